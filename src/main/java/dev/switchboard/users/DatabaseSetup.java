package dev.switchboard.users;

import dev.switchboard.activity.Backend;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.SetupLock;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.SqlScript;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Map;

/** Loads the application's schema and its sample rows. Each step reports what it did and can be repeated safely. */
public final class DatabaseSetup {
    private static final Messages TEXT = Messages.of(DatabaseSetup.class);
    private static final Sql TABLES = Sql.file("setup/tables_present");
    private static final Sql COUNTS = Sql.file("setup/row_counts");
    private final Database database;

    public DatabaseSetup(Database database) {
        this.database = database;
    }

    /** Returns whether all tables of the schema exist. */
    public boolean schemaPresent() {
        return database.query(TABLES, Map.of()).getFirst().number("present") == 2;
    }

    /** Reads how far the database is set up. Changes nothing. */
    public SetupState state() {
        long tables = database.query(TABLES, Map.of()).getFirst().number("present");
        if (tables < SetupState.ALL_TABLES) {
            return new SetupState(tables, 0, 0, 0);
        }
        Row counts = database.query(COUNTS, Map.of()).getFirst();
        long unsynced = new UserDirectory(database).counts().unsynced();
        return new SetupState(tables, counts.number("users"), counts.number("activities"), unsynced);
    }

    /** Creates the missing tables; existing ones are unchanged. */
    public StepResult loadSchema(Progress progress) {
        try (WriteAuthorization authorization =
                database.permits().authorize(Backend.POSTGRESQL, "db load-schema", TEXT.get("schema.step") + ".")) {
            return loadSchema(authorization, progress);
        }
    }

    /** Likewise, as one step of a piece of work that was authorized before. */
    public StepResult loadSchema(WriteAuthorization authorization, Progress progress) {
        progress.step(TEXT.get("schema.step"));
        Intent intent = Intent.event("db load-schema", TEXT.get("schema.step") + ".", TEXT.get("journal.setup.undo"));
        return database.changing(authorization, intent, List.of(), transaction -> {
            SetupLock.await(transaction, database.url().database(), progress);
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
        Intent intent = Intent.event("db seed", TEXT.get("seed.step") + ".", TEXT.get("journal.setup.undo"));
        return database.changing(authorization, intent, List.of(), transaction -> {
            SetupLock.await(transaction, database.url().database(), progress);
            Row before = transaction.query(COUNTS, Map.of()).getFirst();
            SqlScript.statements(Sql.resource("seed.sql")).forEach(one -> transaction.execute("seed", one.text(), 1));
            Row after = transaction.query(COUNTS, Map.of()).getFirst();
            long users = after.number("users") - before.number("users");
            long posts = after.number("activities") - before.number("activities");
            String did = TEXT.get("seed.done", users, before.number("users"), posts, before.number("activities"));
            return new StepResult(SetupStep.SEED, did, users + posts > 0);
        }, StepResult::did, id -> {});
    }
}
