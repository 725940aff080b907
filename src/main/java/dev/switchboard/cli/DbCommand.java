package dev.switchboard.cli;

import dev.switchboard.cli.invocation.BlockingInput;
import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.admin.DatabaseDropPlan;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.admin.DatabaseSession;
import dev.switchboard.postgres.dump.DatabaseBackup;
import dev.switchboard.postgres.dump.DatabaseRestoreResult;
import dev.switchboard.postgres.sql.SqlNotices;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import dev.switchboard.text.Utf8;
import dev.switchboard.users.DatabaseSetupRunner;
import dev.switchboard.users.SetupStep;
import dev.switchboard.users.StepResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db}: sets up, backs up, restores and queries the users' database. */
@Command(name = "db")
final class DbCommand {
    private static final Messages TEXT = Messages.of(DbCommand.class);
    private static final int LARGEST_SCRIPT = 50_000_000;
    private final Invocation invocation;

    DbCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(name = "setup")
    int setup(
            @Option(names = "--drop") boolean drop,
            @Option(names = "--confirm", paramLabel = "NAME") @Nullable String confirm,
            @Option(names = "--no-backup") boolean noBackup)
            throws Exception {
        return invocation.run((session, progress) -> {
            Set<SetupStep> steps = drop ? EnumSet.allOf(SetupStep.class) : DatabaseSetupRunner.safeSteps();
            @Nullable DatabaseDropRequest order = drop ? dropConfirmed(session, confirm, !noBackup) : null;
            return steps(session, steps, order, progress);
        });
    }

    @Command(name = "create")
    int create() throws Exception {
        return invocation.run((session, progress) -> steps(session, EnumSet.of(SetupStep.CREATE), null, progress));
    }

    @Command(name = "drop")
    int drop(
            @Option(names = "--confirm", paramLabel = "NAME") @Nullable String confirm,
            @Option(names = "--no-backup") boolean noBackup)
            throws Exception {
        return invocation.run(
                (session, progress) -> steps(session, EnumSet.of(SetupStep.DROP), dropConfirmed(session, confirm, !noBackup), progress));
    }

    @Command(name = "load-schema")
    int loadSchema() throws Exception {
        return invocation.run((session, progress) -> steps(session, EnumSet.of(SetupStep.LOAD_SCHEMA), null, progress));
    }

    @Command(name = "seed")
    int seed() throws Exception {
        return invocation.run((session, progress) -> steps(session, EnumSet.of(SetupStep.SEED), null, progress));
    }

    private DatabaseDropRequest dropConfirmed(Session session, @Nullable String confirm, boolean backup) {
        session.permits().checkUnlocked("DROP DATABASE");
        String name = session.database().url().database();
        boolean asked = confirm == null && invocation.context().terminal() != null;
        @Nullable String given = asked ? null : invocation.confirmation(name, confirm);
        if (backup) {
            @Nullable DatabaseDropPlan plan = session.databaseAdministrator().dropPlan();
            if (plan != null) {
                invocation.note(plan.summary());
            }
        }
        return new DatabaseDropRequest(given == null ? invocation.confirmation(name, null) : given, backup);
    }

    @Command(name = "backup")
    int backup(@Option(names = "--output", paramLabel = "FILE") @Nullable String output) throws Exception {
        @Nullable Path file = output == null ? null : path(output);
        return invocation.run((session, progress) -> {
            DatabaseBackup backup = session.databaseBackups().backup(file, progress);
            if (invocation.json()) {
                invocation.print(DatabaseFormatter.backup(backup));
            } else {
                if (backup.program() == null) {
                    invocation.note(TEXT.get("database.own-backup"));
                }
                invocation.print(TEXT.get("database.backed-up", backup.database(), backup.tables(), backup.rows(), backup.file()));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "restore")
    int restore(@Parameters(paramLabel = "FILE") String file) throws Exception {
        Path from = path(file);
        return invocation.run((session, progress) -> {
            DatabaseRestoreResult restored = session.databaseAdministrator().restore(from, progress);
            restored.notSet().forEach(one -> invocation.note(TEXT.get("database.not-set", one)));
            if (invocation.json()) {
                invocation.print(DatabaseFormatter.restored(restored));
            } else {
                invocation.print(TEXT.get("database.restored", restored.database(), restored.backup().tables(), restored.backup().rows()));
            }
            return restored.notSet().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
        });
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("file_unreadable", TEXT.get("file.unreadable", name(file)), TEXT.get("file.unreadable.remedy"),
                    e);
        }
    }

    private int steps(Session session, Set<SetupStep> steps, @Nullable DatabaseDropRequest order, Progress progress) {
        boolean json = invocation.json();
        List<StepResult> results = session.setupRun().run(steps, order, progress, result -> {
            if (!json) {
                invocation.say(result.did());
            }
        });
        if (json) {
            invocation.print(Json.object(
                    "steps",
                    results.stream()
                            .map(result -> Json.object("step", result.step().code(), "did", result.did(), "changed", result.changed()))
                            .toList()));
        }
        return ExitStatus.DONE;
    }

    @Command(name = "sessions")
    int sessions(@Option(names = "--end", paramLabel = "PID", converter = Converters.PidConverter.class) @Nullable Integer end)
            throws Exception {
        return invocation.run((session, progress) -> end == null ? list(session) : end(session, end));
    }

    private int list(Session session) {
        List<DatabaseSession> sessions = session.databaseSessions().list();
        if (invocation.json()) {
            invocation.print(Json.object("sessions", sessions.stream().map(DatabaseFormatter::session).toList()));
        } else {
            invocation.print(DatabaseFormatter.sessions(sessions));
        }
        return ExitStatus.DONE;
    }

    private int end(Session session, int pid) {
        boolean ended = session.databaseSessions().end(pid);
        String name = String.valueOf(pid);
        if (!ended) {
            throw new InvalidInputException("session_unknown", TEXT.get("session.unknown", name), TEXT.get("session.unknown.remedy"));
        }
        if (invocation.json()) {
            invocation.print(Json.object("ended", pid));
        } else {
            invocation.print(TEXT.get("session.ended", name));
        }
        return ExitStatus.DONE;
    }

    @Command(name = "run")
    int run(@Parameters(paramLabel = "FILE") String file) throws Exception {
        String script = invocation.asJob(progress -> script(file));
        return invocation.run((session, progress) -> {
            List<SqlResult> results = session.sqlRunner().run(script, progress, this::note);
            if (invocation.json()) {
                results.forEach(result -> note(result.notices()));
                invocation.print(Json.object("results", results.stream().map(DatabaseFormatter::result).toList()));
            } else {
                results.forEach(this::print);
            }
            return ExitStatus.DONE;
        });
    }

    private void note(SqlNotices notices) {
        DatabaseFormatter.notices(notices).forEach(invocation::note);
    }

    private void print(SqlResult result) {
        note(result.notices());
        if (!result.hasRows()) {
            invocation.print(TEXT.get("sql.changed", result.count()));
            return;
        }
        if (result.columns().isEmpty()) {
            invocation.print(TEXT.get("sql.no-columns", result.count()));
            return;
        }
        invocation.print(DatabaseFormatter.rows(result));
        if (result.more()) {
            invocation.note(TEXT.get("sql.more", result.rows().size()));
        }
    }

    private String script(String file) {
        try {
            byte[] bytes = BlockingInput.read(() -> file.equals("-") ? beginning(invocation.context().in()) : beginning(Path.of(file)));
            if (bytes.length > LARGEST_SCRIPT) {
                throw new InvalidInputException(
                        "script_too_large", TEXT.get("script.too-large", file, LARGEST_SCRIPT / 1_000_000),
                        TEXT.get("script.too-large.remedy"));
            }
            return Utf8.decode(bytes);
        } catch (Utf8.InvalidUtf8Exception e) {
            throw new InvalidInputException(
                    "script_not_utf8", TEXT.get("script.not-utf8", file, String.valueOf(e.line())), TEXT.get("script.not-utf8.remedy"), e);
        } catch (InvalidPathException | IOException e) {
            if (file.equals("-")) {
                throw new InvalidInputException("input_unreadable", TEXT.get("input.unreadable"), TEXT.get("input.unreadable.remedy"), e);
            }
            throw new InvalidInputException("file_unreadable", TEXT.get("file.unreadable", name(file)), TEXT.get("file.unreadable.remedy"),
                    e);
        }
    }

    /** The file as it is named in a message; a URL given by mistake may contain a password. */
    private static String name(String file) {
        return file.contains("://") ? Quote.ofAddress(file) : file;
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = RegularFiles.open(file)) {
            return beginning(in);
        }
    }

    /** Reads at most one byte more than the maximum size of a script. */
    private static byte[] beginning(InputStream in) throws IOException {
        return in.readNBytes(LARGEST_SCRIPT + 1);
    }
}
