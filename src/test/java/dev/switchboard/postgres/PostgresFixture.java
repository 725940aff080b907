package dev.switchboard.postgres;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.admin.DatabaseAdministrator;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.dump.DatabaseBackups;
import dev.switchboard.postgres.dump.program.TestClientPrograms;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestJournal;
import dev.switchboard.testing.TestSql;
import dev.switchboard.users.DatabaseSetup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A separate database on the test server, with its {@link Database}. Databases are emptied and reused, because creating and
 * deleting one involves a thousand files.
 */
public final class PostgresFixture implements AutoCloseable {
    private static final Queue<PostgresUrl> EMPTY = new ConcurrentLinkedQueue<>();
    public final PostgresUrl url;
    public final ActivityLog activity = new ActivityLog();
    public final WriteLock lock;
    public final Journal journal = TestJournal.dev();
    public final Database database;

    private final boolean owner;

    private PostgresFixture(PostgresUrl url, Environment environment, boolean owner) {
        this.url = url;
        this.owner = owner;
        lock = environment.policy().newLock(InstantSource.system());
        database = new Database(() -> url, new WritePermits(lock, journal), activity);
    }

    public static PostgresUrl freshUrl() {
        PostgresUrl empty = EMPTY.poll();
        if (empty != null) {
            return empty;
        }
        PostgresEngine engine = TestEngines.freshDatabase();
        return PostgresUrl.parse(engine.url()).withPassword(engine.password());
    }

    /** Creates an unlocked fixture in dev. */
    public static PostgresFixture dev() {
        return new PostgresFixture(freshUrl(), Environment.DEV, true);
    }

    /** Creates a locked fixture in prd, on a database that may already exist. */
    public static PostgresFixture prd(PostgresUrl url) {
        return new PostgresFixture(url, Environment.PRD, false);
    }

    /** Creates a fixture in dev, on an existing database. */
    public static PostgresFixture on(String url, String password) {
        return new PostgresFixture(PostgresUrl.parse(url).withPassword(password), Environment.DEV, false);
    }

    /** Inserts users from {@code user0} on, none of them synced; requires the schema. */
    public void insertUsers(int count) {
        String many = "INSERT INTO public.users (display_name, handle, email) "
                + "SELECT 'User ' || n, 'user' || n, n || '@example.org' FROM generate_series(0, :last::int) AS n";
        TestSql.update(database, new Sql("many", many), Map.of("last", count - 1));
    }

    /** Returns the setup of this database's schema. */
    public DatabaseSetup setup() {
        return new DatabaseSetup(database);
    }

    /** Returns the administrator of this database; its backups go to a temporary folder. */
    public DatabaseAdministrator administrator() {
        return administrator(Path.of(System.getProperty("switchboard.build"), "test-backups"));
    }

    /** Returns the administrator of this database; its backups go to the folder. */
    public DatabaseAdministrator administrator(Path folder) {
        return new DatabaseAdministrator(database, backups(folder), null);
    }

    /** Returns the backups of this database, which are written without pg_dump, also where the computer has one. */
    public DatabaseBackups backups(Path folder) {
        return new DatabaseBackups(database, folder, InstantSource.system(), TestClientPrograms.none());
    }

    @Override
    public void close() {
        if (owner) {
            TestSql.update(database, new Sql("empty", "DROP SCHEMA public CASCADE"), Map.of());
            TestSql.update(database, new Sql("empty", "CREATE SCHEMA public"), Map.of());
            TestSql.update(database, new Sql("empty", "GRANT USAGE ON SCHEMA public TO public"), Map.of());
            EMPTY.add(url);
        }
        database.close();
    }
}
