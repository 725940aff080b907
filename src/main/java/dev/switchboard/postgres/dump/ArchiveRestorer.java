package dev.switchboard.postgres.dump;

import dev.switchboard.job.Progress;
import dev.switchboard.postgres.connection.LibpqEnvironment;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.dump.program.ClientProgram;
import dev.switchboard.postgres.dump.program.ClientPrograms;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Restores an archive of pg_dump to an empty database: pg_restore turns it into a script, and psql runs it as one transaction. The end of
 * the transaction is sent only after the whole script, so that nothing is kept if either program ends early.
 */
final class ArchiveRestorer {
    private static final Messages TEXT = Messages.of(ArchiveRestorer.class);
    private static final Sql MISSING_ROLES = Sql.file("dump/missing_roles");
    private static final String UNKNOWN_TO_OLD_SERVERS = "SET transaction_timeout = 0;";
    /** The settings are in the first lines of a script. */
    private static final int PREAMBLE_LINES = 30;

    private final Database database;
    private final Transaction transaction;
    private final ClientPrograms programs;
    private final int serverMajor;
    private final Progress progress;
    private volatile boolean committing;

    /** @param transaction holds the lock of the restore meanwhile, and then sets what belongs to the database itself */
    ArchiveRestorer(Database database, Transaction transaction, ClientPrograms programs, int serverMajor, Progress progress) {
        this.database = database;
        this.transaction = transaction;
        this.programs = programs;
        this.serverMajor = serverMajor;
        this.progress = progress;
    }

    /** Restores the archive and returns the owners, privileges and settings that could not be set. */
    List<String> run(Path archive) {
        try {
            ArchiveFooter footer = ArchiveFile.required(archive);
            transaction.execute("SET", "SET LOCAL idle_in_transaction_session_timeout = 0", 1);
            List<String> notSet = new ArrayList<>();
            List<String> command = new ArrayList<>(List.of(programs.pgRestore().toString(), "--file=-"));
            roles(footer, command, notSet);
            command.add(archive.toAbsolutePath().toString());
            run(command, footer);
            OptionalStatements settings = new OptionalStatements(transaction);
            settings.run(footer.properties(), database.url().database());
            notSet.addAll(settings.failed());
            return notSet;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Omits all owners or privileges if one of their roles is not here, because the restore would fail at the first. */
    private void roles(ArchiveFooter footer, List<String> command, List<String> notSet) {
        List<String> all = Stream.concat(footer.owners().stream(), footer.grantees().stream()).toList();
        List<Row> roles = transaction.query(MISSING_ROLES, Map.of("roles", all));
        List<String> owners = roles.stream()
                .filter(role -> footer.owners().contains(role.text("role")) && !role.flag("usable"))
                .map(role -> role.text("role"))
                .toList();
        List<String> missing = roles.stream().filter(role -> !role.flag("present")).map(role -> role.text("role")).toList();
        if (!owners.isEmpty()) {
            command.add("--no-owner");
            notSet.add(TEXT.get("archive.owners", String.join(", ", owners)));
        }
        if (!missing.isEmpty()) {
            command.add("--no-privileges");
            notSet.add(TEXT.get("archive.privileges", String.join(", ", missing)));
        }
    }

    private void run(List<String> restore, ArchiveFooter footer) throws IOException {
        PostgresUrl url = database.url();
        List<String> psql = List.of(programs.psql().toString(), "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1",
                "--file=-", "--output=" + (programs.suffix().isEmpty() ? "/dev/null" : "NUL"));
        Runnable stop = () -> {
            if (!committing) {
                progress.stopIfCancelled();
                transaction.stopIfCancelled();
            }
        };
        long started = System.nanoTime();
        try (LibpqEnvironment environment = new LibpqEnvironment(url, "switchboard restore");
                ClientProgram source = start(restore, Map.of());
                ClientProgram target = start(psql, environment.variables())) {
            try {
                target.during(() -> script(source, target, footer, stop), stop);
            } catch (IOException e) {
                // Where psql ended before the script, it says why.
                if (target.hasFailed()) {
                    throw ProgramFailures.of(programs.psql(), target, url, e);
                }
                throw e;
            }
            if (!target.succeeded(stop)) {
                throw ProgramFailures.of(programs.psql(), target, url, null);
            }
            database.log().recordProgram(url, "pg_restore", String.join(" ", restore) + " | " + String.join(" ", psql), started);
        }
    }

    private static ClientProgram start(List<String> command, Map<String, String> variables) {
        try {
            return ClientProgram.start(command, variables);
        } catch (IOException e) {
            throw ProgramFailures.unstartable(Path.of(command.getFirst()), e);
        }
    }

    private void script(ClientProgram source, ClientProgram target, ArchiveFooter footer, Runnable stop) throws IOException {
        try (OutputStream out = target.standardInput();
                InputStream in = new BufferedInputStream(source.standardOutput(), 1 << 16)) {
            out.write(line("BEGIN TRANSACTION READ WRITE;"));
            if (!footer.properties().hasPublic()) {
                out.write(line("DROP SCHEMA IF EXISTS public;"));
            }
            for (int i = 0; i < PREAMBLE_LINES; i++) {
                byte[] line = next(in);
                boolean unknown = programs.setsUnknownTimeout(serverMajor)
                        && new String(line, StandardCharsets.ISO_8859_1).strip().equals(UNKNOWN_TO_OLD_SERVERS);
                out.write(unknown ? line("") : line);
            }
            in.transferTo(out);
            if (!source.succeeded(stop)) {
                target.close(); // before its input ends
                throw ProgramFailures.of(programs.pgRestore(), source, database.url(), null);
            }
            committing = true;
            out.write(line("COMMIT;"));
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            if (octet == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }
}
