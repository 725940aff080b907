package dev.switchboard.postgres.admin;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.dump.BackupGuard;
import dev.switchboard.postgres.dump.BackupMethod;
import dev.switchboard.postgres.dump.DatabaseBackups;
import dev.switchboard.postgres.dump.WrittenBackup;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops one database. Before the backup begins, the database stops accepting connections and its sessions are ended, so that the backup
 * contains every row that was committed. The connection of the backup is open by then; a database that accepts no connections keeps
 * superusers out too. If nothing is dropped, the database accepts connections again.
 */
final class DatabaseDropper {
    private static final Messages TEXT = Messages.of(DatabaseDropper.class);
    private static final Sql ALIVE = Sql.file("setup/current_database");
    private static final Sql END = Sql.file("setup/end_sessions");
    private static final Poller SESSIONS_END = new Poller(Duration.ofMillis(20), Duration.ofMillis(500), Duration.ofSeconds(20));
    private final Database database;
    private final MaintenanceDatabase maintenance;
    private final DatabaseBackups backups;
    private final BackupVerifier verifier;
    private final PostgresUrl url;
    private final ConnectionAcceptance connections;
    private final String name;
    private final Set<Long> ended = new HashSet<>();
    private volatile boolean closed;

    DatabaseDropper(Database database, MaintenanceDatabase maintenance, DatabaseBackups backups, BackupVerifier verifier,
            PostgresUrl url) {
        this.database = database;
        this.maintenance = maintenance;
        this.backups = backups;
        this.verifier = verifier;
        this.url = url;
        name = url.database();
        connections = new ConnectionAcceptance(maintenance, name);
    }

    DatabaseChangeResult drop(WriteAuthorization authorization, DatabaseDropRequest order, Progress progress) {
        if (!order.typedName().equals(name)) {
            throw new OperationRefusedException(TEXT.get("drop.wrong-name", order.typedName(), name),
                    TEXT.get("drop.wrong-name.remedy", name));
        }
        if (name.equals(MaintenanceDatabase.DATABASE)) {
            throw new InvalidInputException("database_is_maintenance", TEXT.get("drop.maintenance", name),
                    TEXT.get("drop.maintenance.remedy"));
        }
        progress.step(TEXT.get("drop.step", name));
        if (!exists(authorization)) {
            return new DatabaseChangeResult(TEXT.get("drop.absent", name), false);
        }
        progress.stopIfCancelled();
        if (!order.backup()) {
            Intent intent = Intent.event("db drop", TEXT.get("drop.step", name) + ".", TEXT.get("journal.drop.lost"));
            return maintenance.changing(authorization, intent, change -> dropWithoutBackup(), DatabaseChangeResult::did);
        }
        // Before any session is ended.
        BackupMethod method = backups.method();
        backups.checkSupported(method);
        DatabaseDropPlan plan = new DatabaseDropPlan(method, verifier.choose(method));
        Path file = backups.newFile(method);
        Intent intent = Intent.event("db drop", TEXT.get("drop.step", name) + ".", TEXT.get("journal.drop.undo", file));
        return maintenance.changing(
                authorization, intent, change -> backUpAndDrop(change, plan, file, progress), DatabaseChangeResult::did);
    }

    /** Queries the database itself, because not every role may connect to the maintenance database. */
    private boolean exists(WriteAuthorization authorization) {
        try {
            return !database.query(ALIVE, Map.of()).isEmpty();
        } catch (OperationFailedException e) {
            if (PostgresFailureExplainer.isNoDatabase(e)) {
                return false;
            }
            // The backup needs a connection.
            if (connections.reopenAfter(e, authorization, "db drop")) {
                return true;
            }
            throw e;
        }
    }

    private DatabaseChangeResult dropWithoutBackup() {
        endSessions(0, 0);
        dropClosed();
        return new DatabaseChangeResult(TEXT.get("drop.done", name, ended.size()), true);
    }

    private DatabaseChangeResult backUpAndDrop(WritePermit change, DatabaseDropPlan plan, Path file, Progress progress) {
        try {
            boolean compared = !(plan.verification() instanceof BackupVerification.Impossible);
            WrittenBackup written = backups.backup(plan.method(), file, new Guard(progress), compared, progress);
            verifier.verify(change, written, plan.verification(), progress);
            progress.stopIfCancelled();
            progress.step(TEXT.get("drop.step", name));
            dropClosed();
        } catch (RuntimeException e) {
            throw closed ? reopened(e) : e;
        }
        String verified = plan.verification() instanceof BackupVerification.Impossible ? "" : TEXT.get("drop.verified") + " ";
        return new DatabaseChangeResult(TEXT.get("drop.done", name, ended.size()) + " " + TEXT.get("drop.last-word") + " " + verified
                + TEXT.get("drop.restorable", file), true, file);
    }

    private void dropClosed() {
        // The pool would open connections to a database that is gone.
        database.reconnect(url);
        maintenance.execute("setup/drop_database", "DROP DATABASE " + connections.quoted() + " WITH (FORCE)");
        database.reconnect(url);
    }

    /** Keeps everyone else out while the backup is written. */
    private final class Guard implements BackupGuard {
        private final Progress progress;

        Guard(Progress progress) {
            this.progress = progress;
        }

        @Override
        public boolean guards() {
            return true;
        }

        @Override
        public void close(int own) {
            DatabaseDropper.this.close(own, 0, progress);
        }

        @Override
        public void open() {
            connections.allow(true);
        }

        @Override
        public void closeAgain(int own, int program) {
            DatabaseDropper.this.close(own, program, progress);
        }
    }

    /** Keeps new sessions out, and waits until those that are there have ended: their last commits then belong to the backup. */
    private void close(int own, int program, Progress progress) {
        progress.step(TEXT.get("drop.closing", name));
        closed = true;
        connections.allow(false);
        boolean[] quiet = {false};
        SESSIONS_END.poll(() -> {
            boolean none = endSessions(own, program);
            // Twice, because a session that is being opened is not listed yet.
            boolean settled = none && quiet[0];
            quiet[0] = none;
            return settled ? Optional.of(true) : Optional.empty();
        }, progress, () -> new OperationFailedException(TEXT.get("drop.sessions", name), TEXT.get("drop.sessions.remedy")));
    }

    /** Returns whether there was none. */
    private boolean endSessions(int own, int program) {
        List<Row> others = maintenance.query(END, Map.of("database", name, "own", own, "program", program));
        others.forEach(row -> ended.add(row.number("pid")));
        return others.isEmpty();
    }

    /** Nothing was dropped, or it is not known: then there is no database to open. */
    private RuntimeException reopened(RuntimeException thrown) {
        @Nullable Failure failure = Uninterruptible.run(() -> {
            if (!connections.accepts()) {
                connections.allow(true);
            }
        });
        if (failure == null) {
            return thrown;
        }
        String what = thrown instanceof Failure known ? known.sentence() : String.valueOf(thrown.getMessage());
        OperationFailedException both =
                new OperationFailedException(TEXT.get("drop.left-closed", what, name),
                        TEXT.get("drop.left-closed.remedy", connections.quoted()),
                        thrown);
        both.addSuppressed(failure);
        return both;
    }
}
