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
import dev.switchboard.postgres.dump.DatabaseBackup;
import dev.switchboard.postgres.dump.DatabaseBackups;
import dev.switchboard.postgres.dump.DatabaseRestoreResult;
import dev.switchboard.postgres.dump.DumpReader;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Map;

/** Drops, creates and restores the database of the connection URL. Each operation reports what it did and can be repeated safely. */
public final class DatabaseAdministrator {
    private static final Messages TEXT = Messages.of(DatabaseAdministrator.class);
    private static final Sql ALIVE = Sql.file("setup/current_database");
    private final Database database;
    private final MaintenanceDatabase maintenance;
    private final DatabaseBackups backups;

    public DatabaseAdministrator(Database database, DatabaseBackups backups) {
        this.database = database;
        this.backups = backups;
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

    /** Likewise, as one step of a piece of work that was authorized before. */
    public DatabaseChangeResult drop(WriteAuthorization authorization, DatabaseDropRequest order, Progress progress) {
        return drop(authorization, database.url(), order, progress);
    }

    private DatabaseChangeResult drop(WriteAuthorization authorization, PostgresUrl url, DatabaseDropRequest order, Progress progress) {
        return new DatabaseDropper(database, maintenance, backups, url).drop(authorization, order, progress);
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
            DatabaseBackup backup = DumpReader.verified(file, progress);
            create(authorization, progress);
            return backups.restore(authorization, backup, progress);
        }
    }

    /** Creates the database of the URL if it does not exist. */
    public DatabaseChangeResult create(Progress progress) {
        database.permits().checkUnlocked("db create");
        String what = TEXT.get("create.step", database.url().database()) + ".";
        try (WriteAuthorization authorization = database.permits().authorize(Backend.POSTGRESQL, "db create", what)) {
            return create(authorization, progress);
        }
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public DatabaseChangeResult create(WriteAuthorization authorization, Progress progress) {
        PostgresUrl url = database.url();
        String name = url.database();
        progress.step(TEXT.get("create.step", name));
        if (exists()) {
            return new DatabaseChangeResult(TEXT.get("create.present", name), false);
        }
        progress.stopIfCancelled();
        Intent intent = Intent.event("db create", TEXT.get("create.step", name) + ".", TEXT.get("journal.create.undo"));
        DatabaseChangeResult result =
                maintenance.changing(authorization, intent, () -> createUnlessPresent(name), DatabaseChangeResult::did);
        database.reconnect(url);
        return result;
    }

    private DatabaseChangeResult createUnlessPresent(String name) {
        try {
            maintenance.execute("setup/create_database", "CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
            return new DatabaseChangeResult(TEXT.get("create.done", name), true);
        } catch (OperationFailedException e) {
            if (PostgresFailureExplainer.isDuplicateDatabase(e)) {
                // Another process created it at the same moment.
                return new DatabaseChangeResult(TEXT.get("create.present", name), false);
            }
            throw e;
        }
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
