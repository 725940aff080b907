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
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.SqlScript;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drops, creates, restores and fills the users' database. Each step reports what it did and can be repeated safely. The sync with the
 * Cognito user pool, which belongs to a complete setup, is a step of {@code users.DatabaseSetupRunner}.
 */
public final class DatabaseSetup {
    private static final Messages TEXT = Messages.of(DatabaseSetup.class);
    private static final Sql ALIVE = Sql.file("setup/current_database");
    private static final Sql TABLES = Sql.file("setup/tables_present");
    private static final Sql COUNTS = Sql.file("setup/row_counts");
    private final Database database;
    private final MaintenanceDatabase maintenance;
    private final DatabaseBackups backups;

    public DatabaseSetup(Database database, DatabaseBackups backups) {
        this.database = database;
        this.backups = backups;
        maintenance = new MaintenanceDatabase(database);
    }

    /** Returns the steps of a complete, non-destructive setup, in order. */
    public List<SetupStep> steps() {
        return List.of(SetupStep.CREATE, SetupStep.LOAD_SCHEMA, SetupStep.SEED, SetupStep.SYNC);
    }

    /** Returns whether all tables of the schema exist. */
    public boolean schemaPresent() {
        return database.query(TABLES, Map.of()).getFirst().number("present") == 2;
    }

    /**
     * Drops the database with its content, after backing it up and ending its sessions.
     *
     * @throws OperationRefusedException if the typed name differs, or the environment is locked
     * @throws OperationFailedException if the backup cannot be written; nothing is dropped then
     */
    public StepResult drop(DatabaseDropRequest order, Progress progress) {
        // Before the URL, whose password might be asked for.
        database.permits().checkUnlocked("db drop");
        PostgresUrl url = database.url();
        String name = url.database();
        try (WriteAuthorization authorization = database.permits().authorize(Backend.POSTGRESQL, "db drop", TEXT.get("drop.step", name) + ".")) {
            return drop(authorization, url, order, progress);
        }
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public StepResult drop(WriteAuthorization authorization, DatabaseDropRequest order, Progress progress) {
        return drop(authorization, database.url(), order, progress);
    }

    private StepResult drop(WriteAuthorization authorization, PostgresUrl url, DatabaseDropRequest order, Progress progress) {
        String name = url.database();
        if (!order.typedName().equals(name)) {
            throw new OperationRefusedException(TEXT.get("drop.wrong-name", order.typedName(), name),
                    TEXT.get("drop.wrong-name.remedy", name));
        }
        if (name.equals(MaintenanceDatabase.DATABASE)) {
            throw new InvalidInputException("database_is_maintenance", TEXT.get("drop.maintenance", name),
                    TEXT.get("drop.maintenance.remedy"));
        }
        progress.step(TEXT.get("drop.step", name));
        if (!exists()) {
            return new StepResult(SetupStep.DROP, TEXT.get("drop.absent", name), false);
        }
        progress.stopIfCancelled();
        @Nullable DatabaseBackup backup = order.backup() ? backups.backup(null, progress) : null;
        progress.stopIfCancelled();
        progress.step(TEXT.get("drop.step", name));
        reconnect(url);
        long[] ended = {0};
        String back = backup == null ? TEXT.get("journal.drop.lost") : TEXT.get("journal.drop.undo", backup.file());
        maintenance.changing(authorization, Intent.event("db drop", TEXT.get("drop.step", name) + ".", back), () -> {
            ended[0] = maintenance.query(Sql.file("setup/end_sessions"), Map.of("database", name)).size();
            maintenance.execute("setup/drop_database", "DROP DATABASE " + quoted(name) + " WITH (FORCE)");
        });
        reconnect(url);
        String done = TEXT.get("drop.done", name, ended[0]);
        return backup == null
                ? new StepResult(SetupStep.DROP, done, true)
                : new StepResult(SetupStep.DROP, done + " " + TEXT.get("drop.restorable", backup.file()), true, backup.file());
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
    public StepResult create(Progress progress) {
        database.permits().checkUnlocked("db create");
        String what = TEXT.get("create.step", database.url().database()) + ".";
        try (WriteAuthorization authorization = database.permits().authorize(Backend.POSTGRESQL, "db create", what)) {
            return create(authorization, progress);
        }
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public StepResult create(WriteAuthorization authorization, Progress progress) {
        PostgresUrl url = database.url();
        String name = url.database();
        progress.step(TEXT.get("create.step", name));
        if (exists()) {
            return new StepResult(SetupStep.CREATE, TEXT.get("create.present", name), false);
        }
        progress.stopIfCancelled();
        Intent intent = Intent.event("db create", TEXT.get("create.step", name) + ".", TEXT.get("journal.create.undo"));
        maintenance.changing(authorization, intent, () -> maintenance.execute("setup/create_database", "CREATE DATABASE " + quoted(name)));
        reconnect(url);
        return new StepResult(SetupStep.CREATE, TEXT.get("create.done", name), true);
    }

    /** Creates the missing tables; existing ones are unchanged. */
    public StepResult loadSchema(Progress progress) {
        try (WriteAuthorization authorization = database.permits().authorize(Backend.POSTGRESQL, "db load-schema", TEXT.get("schema.step") + ".")) {
            return loadSchema(authorization, progress);
        }
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public StepResult loadSchema(WriteAuthorization authorization, Progress progress) {
        progress.step(TEXT.get("schema.step"));
        Intent intent = Intent.event("db load-schema", TEXT.get("schema.step") + ".", TEXT.get("journal.sql.undo"));
        return database.changing(authorization, intent, List.of(), transaction -> {
            long before = transaction.query(TABLES, Map.of()).getFirst().number("present");
            SqlScript.statements(Sql.resource("schema.sql")).forEach(one -> transaction.execute("schema", one.text(), 1));
            long made = transaction.query(TABLES, Map.of()).getFirst().number("present") - before;
            return new StepResult(SetupStep.LOAD_SCHEMA, made == 0 ? TEXT.get("schema.present") : TEXT.get("schema.done", made), made > 0);
        }, StepResult::did, id -> {});
    }

    /** Inserts the missing sample users and posts; existing ones are unchanged. */
    public StepResult seed(Progress progress) {
        try (WriteAuthorization authorization = database.permits().authorize(Backend.POSTGRESQL, "db seed", TEXT.get("seed.step") + ".")) {
            return seed(authorization, progress);
        }
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public StepResult seed(WriteAuthorization authorization, Progress progress) {
        progress.step(TEXT.get("seed.step"));
        Intent intent = Intent.event("db seed", TEXT.get("seed.step") + ".", TEXT.get("journal.sql.undo"));
        return database.changing(authorization, intent, List.of(), transaction -> {
            Row before = transaction.query(COUNTS, Map.of()).getFirst();
            SqlScript.statements(Sql.resource("seed.sql")).forEach(one -> transaction.execute("seed", one.text(), 1));
            Row after = transaction.query(COUNTS, Map.of()).getFirst();
            long users = after.number("users") - before.number("users");
            long posts = after.number("activities") - before.number("activities");
            String did = TEXT.get("seed.done", users, before.number("users"), posts, before.number("activities"));
            return new StepResult(SetupStep.SEED, did, users + posts > 0);
        }, StepResult::did, id -> {});
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

    /** Closes the pool, whose connections belong to the previous database. */
    private void reconnect(PostgresUrl url) {
        database.reconnect(url);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
