package dev.switchboard.postgres.admin;

import dev.switchboard.activity.Backend;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.dump.BackupMethod;
import dev.switchboard.postgres.dump.DatabaseBackup;
import dev.switchboard.postgres.dump.DatabaseBackupFiles;
import dev.switchboard.postgres.dump.DatabaseBackups;
import dev.switchboard.postgres.dump.DatabaseProperties;
import dev.switchboard.postgres.dump.DatabaseRestoreResult;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops, creates and restores the database of the connection URL. Each operation reports what it did and can be repeated safely. */
public final class DatabaseAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAdministrator.class);
    private static final Messages TEXT = Messages.of(DatabaseAdministrator.class);
    private static final Sql ALIVE = Sql.file("setup/current_database");
    private final Database database;
    private final MaintenanceDatabase maintenance;
    private final DatabaseBackups backups;
    private final BackupVerifier verifier;

    /** @param localEngine starts the local engine, where a backup is verified if the server does not allow it; null if there is none */
    public DatabaseAdministrator(Database database, DatabaseBackups backups, @Nullable Supplier<PostgresUrl> localEngine) {
        this.database = database;
        this.backups = backups;
        verifier = new BackupVerifier(database, backups, localEngine);
        maintenance = new MaintenanceDatabase(database);
    }

    /**
     * Drops the database with its content, after ending its sessions, keeping new ones out and backing it up.
     *
     * @throws OperationRefusedException if the typed name differs, or the environment is locked
     * @throws OperationFailedException if the backup cannot be written; nothing is dropped then
     */
    public DatabaseChangeResult drop(DatabaseDropRequest order, Progress progress) {
        // Before the URL, whose password might be asked for.
        database.permits().checkUnlocked("db drop");
        PostgresUrl url = database.url();
        String name = url.database();
        try (WriteAuthorization authorization =
                database.permits().authorize(Backend.POSTGRESQL, "db drop", TEXT.get("drop.step", name) + ".")) {
            return drop(authorization, url, order, progress);
        }
    }

    /**
     * Returns how the backup before a drop would be written and verified. May start the local engine.
     *
     * @return null if there is no such database, or if it accepts no connections, which the drop changes first
     * @throws OperationFailedException if the database contains what the backup would not hold, with the names
     */
    public @Nullable DatabaseDropPlan dropPlan() {
        try {
            if (!exists()) {
                return null;
            }
        } catch (OperationFailedException e) {
            if (PostgresFailureExplainer.isNotReady(e)) {
                return null;
            }
            throw e;
        }
        BackupMethod method = backups.method();
        backups.checkSupported(method);
        return new DatabaseDropPlan(method, verifier.choose(method));
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public DatabaseChangeResult drop(WriteAuthorization authorization, DatabaseDropRequest order, Progress progress) {
        return drop(authorization, database.url(), order, progress);
    }

    private DatabaseChangeResult drop(WriteAuthorization authorization, PostgresUrl url, DatabaseDropRequest order, Progress progress) {
        return new DatabaseDropper(database, maintenance, backups, verifier, url).drop(authorization, order, progress);
    }

    /**
     * Restores a backup to the database of the URL, which is created if it does not exist.
     *
     * @throws InvalidInputException if the file is damaged or not a backup, with the line; nothing was changed
     * @throws OperationRefusedException if the database is not empty, or the environment is locked; nothing was changed
     */
    public DatabaseRestoreResult restore(Path file, Progress progress) {
        database.permits().checkUnlocked("db restore");
        String name = database.url().database();
        try (WriteAuthorization authorization =
                database.permits().authorize(Backend.POSTGRESQL, "db restore", TEXT.get("journal.restore", name, file))) {
            DatabaseBackup backup = DatabaseBackupFiles.verified(file, progress);
            create(authorization, DatabaseBackupFiles.properties(file), progress);
            return backups.restore(authorization, backup, progress);
        }
    }

    /** Creates the database of the URL if it does not exist. One that an interrupted drop left without connections accepts them again. */
    public DatabaseChangeResult create(Progress progress) {
        database.permits().checkUnlocked("db create");
        String what = TEXT.get("create.step", database.url().database()) + ".";
        try (WriteAuthorization authorization = database.permits().authorize(Backend.POSTGRESQL, "db create", what)) {
            return create(authorization, progress);
        }
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public DatabaseChangeResult create(WriteAuthorization authorization, Progress progress) {
        return create(authorization, null, progress);
    }

    /** @param like what the new database is created like; null for the server’s defaults */
    private DatabaseChangeResult create(WriteAuthorization authorization, @Nullable DatabaseProperties like, Progress progress) {
        PostgresUrl url = database.url();
        String name = url.database();
        progress.step(TEXT.get("create.step", name));
        try {
            if (exists()) {
                return new DatabaseChangeResult(TEXT.get("create.present", name), false);
            }
        } catch (OperationFailedException e) {
            if (new ConnectionAcceptance(maintenance, name).reopenAfter(e, authorization, "db create")) {
                return new DatabaseChangeResult(TEXT.get("create.reopened", name), true);
            }
            throw e;
        }
        progress.stopIfCancelled();
        Intent intent = Intent.event("db create", TEXT.get("create.step", name) + ".", TEXT.get("journal.create.undo"));
        DatabaseChangeResult result =
                maintenance.changing(authorization, intent, change -> createUnlessPresent(name, like), DatabaseChangeResult::did);
        database.reconnect(url);
        return result;
    }

    private DatabaseChangeResult createUnlessPresent(String name, @Nullable DatabaseProperties like) {
        try {
            create(name, like);
            return new DatabaseChangeResult(TEXT.get("create.done", name), true);
        } catch (OperationFailedException e) {
            if (PostgresFailureExplainer.isDuplicateDatabase(e)) {
                // Another process created it at the same moment.
                return new DatabaseChangeResult(TEXT.get("create.present", name), false);
            }
            throw e;
        }
    }

    private void create(String name, @Nullable DatabaseProperties like) {
        if (like != null) {
            try {
                maintenance.execute("setup/create_database", like.createStatement(name));
                return;
            } catch (OperationFailedException e) {
                if (PostgresFailureExplainer.isDuplicateDatabase(e)) {
                    throw e;
                }
                LOG.info("The server does not have the locale of the backup, so the database gets the server's own: {}", e.sentence());
            }
        }
        maintenance.execute("setup/create_database", DatabaseProperties.plainStatement(name));
    }

    /** Queries the database itself, because not every role may connect to the maintenance database. */
    private boolean exists() {
        try {
            return !database.query(ALIVE, Map.of()).isEmpty();
        } catch (OperationFailedException e) {
            if (PostgresFailureExplainer.isNoDatabase(e)) {
                return false;
            }
            throw e;
        }
    }
}
