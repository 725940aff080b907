package dev.switchboard.postgres.dump;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Poller;
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
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a backup with pg_dump, which reads the snapshot of a transaction of this program. For the last backup before a drop, the
 * transaction locks all tables, so that no one can write while the database is open for pg_dump to connect.
 */
final class ArchiveWriter {
    private static final Messages TEXT = Messages.of(ArchiveWriter.class);
    private static final Sql TABLES = Sql.file("dump/contents");
    private static final Sql LOCKABLE = Sql.file("dump/lockable");
    private static final Sql SNAPSHOT = Sql.file("dump/snapshot");
    private static final Sql ROLES = Sql.file("dump/roles");
    private static final Sql SESSION = Sql.file("dump/session_of");
    private static final Sql REFRESH = Sql.file("dump/refresh_sessions");
    private static final Poller CONNECTED = new Poller(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofSeconds(30));
    private final Database database;
    private final BackupMethod method;
    private final ClientPrograms programs;

    ArchiveWriter(Database database, BackupMethod method, ClientPrograms programs) {
        this.database = database;
        this.method = method;
        this.programs = programs;
    }

    WrittenBackup write(Path file, Instant at, BackupGuard guard, boolean compared, Progress progress) throws IOException {
        String name = database.url().database();
        try (NewFile whole = NewFile.at(file)) {
            @Nullable DatabaseContents contents = database.inTransaction(
                    transaction -> unchecked(() -> dump(transaction, whole, at, guard, compared, progress)));
            progress.step(TEXT.get("dump.verifying", name));
            ArchiveFile.verified(whole.temporary(), progress);
            readable(whole.temporary(), progress);
            whole.publish();
            return new WrittenBackup(ArchiveFile.describe(file), contents);
        }
    }

    private interface Writing<T extends @Nullable Object> {
        T run() throws IOException;
    }

    private static <T extends @Nullable Object> T unchecked(Writing<T> writing) {
        try {
            return writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable DatabaseContents dump(
            Transaction transaction, NewFile whole, Instant at, BackupGuard guard, boolean compared, Progress progress)
            throws IOException {
        if (!guard.guards()) {
            transaction.execute("SET TRANSACTION", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", 1);
        }
        for (String setting : List.of("search_path = ''", "row_security = off", "idle_in_transaction_session_timeout = 0")) {
            transaction.execute("SET", "SET LOCAL " + setting, 1);
        }
        guard.close(transaction.backendPid());
        if (guard.guards()) {
            lock(transaction);
        }
        progress.step(TEXT.get("dump.step", database.url().database()));
        MessageDigest digest = ArchiveFile.newDigest();
        Counted counted = new Counted(whole.output());
        try (OutputStream out = new DigestOutputStream(counted, digest)) {
            run(transaction, out, guard, progress);
        }
        @Nullable DatabaseContents contents = compared ? DatabaseContents.read(transaction, progress) : null;
        List<Row> tables = contents == null ? transaction.query(TABLES, Map.of()) : List.of();
        long rows = 0;
        for (Row table : tables) {
            progress.stopIfCancelled();
            rows += transaction.execute("count", table.text("counting"), 1).rows().getFirst().number("rows");
        }
        List<Row> roles = transaction.query(ROLES, Map.of());
        ArchiveFooter footer = new ArchiveFooter(ArchiveFooter.VERSION, database.url().database(), method.serverVersion(), programs.major(),
                programs.version(), at.toString(), contents == null ? tables.size() : contents.tables(),
                contents == null ? rows : contents.rows(), counted.bytes, HexFormat.of().formatHex(digest.digest()),
                roles.stream().filter(role -> role.flag("owns")).map(role -> role.text("role")).toList(),
                roles.stream().filter(role -> !role.flag("owns")).map(role -> role.text("role")).toList(),
                DatabaseProperties.of(transaction));
        try (OutputStream end = PrivateFiles.append(whole.temporary())) {
            end.write(footer.toBytes());
        }
        return contents;
    }

    /** A table that cannot be locked, because another role owns it, is compared in the end. */
    private static void lock(Transaction transaction) {
        transaction.execute("SET", "SET LOCAL lock_timeout = '10s'", 1);
        OptionalStatements locks = new OptionalStatements(transaction);
        transaction.query(LOCKABLE, Map.of()).forEach(table -> locks.run("LOCK TABLE ONLY " + table.text("name") + " IN SHARE MODE"));
    }

    private void run(Transaction transaction, OutputStream out, BackupGuard guard, Progress progress) throws IOException {
        PostgresUrl url = database.url();
        String application = "switchboard " + UUID.randomUUID();
        List<String> command = List.of(programs.pgDump().toString(), "--format=custom", "--no-password",
                "--snapshot=" + transaction.query(SNAPSHOT, Map.of()).getFirst().text("id"));
        Runnable stop = () -> {
            progress.stopIfCancelled();
            transaction.stopIfCancelled();
        };
        long started = System.nanoTime();
        if (guard.guards()) {
            guard.open();
        }
        try (LibpqEnvironment environment = new LibpqEnvironment(url, application);
                ClientProgram program = start(command, environment)) {
            if (guard.guards()) {
                guard.closeAgain(transaction.backendPid(), connected(transaction, program, application, progress));
            }
            program.during(() -> program.copyTo(out), stop);
            if (!program.succeeded(stop)) {
                throw ProgramFailures.of(programs.pgDump(), program, url, null);
            }
            database.log().recordProgram(url, "pg_dump", String.join(" ", command), started);
        }
    }

    private ClientProgram start(List<String> command, LibpqEnvironment environment) {
        try {
            return ClientProgram.start(command, environment.variables());
        } catch (IOException e) {
            throw ProgramFailures.unstartable(Path.of(command.getFirst()), e);
        }
    }

    /** Returns the process ID of its session; 0 if the program ended, whose error is reported later. */
    private static int connected(Transaction transaction, ClientProgram program, String application, Progress progress) {
        return CONNECTED.poll(() -> {
            // Otherwise the server shows the sessions as they were when this transaction asked first.
            transaction.query(REFRESH, Map.of());
            List<Row> sessions = transaction.query(SESSION, Map.of("name", application));
            if (sessions.isEmpty()) {
                return program.isAlive() ? Optional.empty() : Optional.of(0);
            }
            return Optional.of((int) sessions.getFirst().number("pid"));
        }, progress, () -> new OperationFailedException(TEXT.get("program.unconnected"), TEXT.get("program.unconnected.remedy")));
    }

    /** Lets pg_restore read the archive to its end. */
    private void readable(Path archive, Progress progress) throws IOException {
        List<String> command = List.of(programs.pgRestore().toString(), "--file=-", archive.toString());
        try (ClientProgram program = ClientProgram.start(command, Map.of())) {
            program.during(() -> program.copyTo(OutputStream.nullOutputStream()), progress::stopIfCancelled);
            if (!program.succeeded(progress::stopIfCancelled)) {
                throw ProgramFailures.of(programs.pgRestore(), program, database.url(), null);
            }
        }
    }

    /** Counts the bytes of the archive. */
    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            out.write(buffer, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
