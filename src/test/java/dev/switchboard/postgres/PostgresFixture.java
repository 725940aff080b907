package dev.switchboard.postgres;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.environment.Environment;
import dev.switchboard.environment.WriteLock;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.TestEngines;
import java.time.InstantSource;

/** A database of its own on the test server, with its door. */
public final class PostgresFixture implements AutoCloseable {
    public final PostgresUrl url;
    public final ActivityLog activity = new ActivityLog();
    public final WriteLock lock;
    public final Database database;

    private PostgresFixture(PostgresUrl url, Environment environment) {
        this.url = url;
        lock = new WriteLock(environment, InstantSource.system());
        database = new Database(() -> url, lock, activity);
    }

    public static PostgresUrl freshUrl() {
        PostgresEngine engine = TestEngines.freshDatabase();
        return PostgresUrl.parse(engine.url()).withPassword(engine.password());
    }

    /** In dev, which is open for writing. */
    public static PostgresFixture dev() {
        return new PostgresFixture(freshUrl(), Environment.DEV);
    }

    /** In prd, which is locked, on a database that may be there already. */
    public static PostgresFixture prd(PostgresUrl url) {
        return new PostgresFixture(url, Environment.PRD);
    }

    /** In dev, on a database that is there already. */
    public static PostgresFixture on(String url, String password) {
        return new PostgresFixture(PostgresUrl.parse(url).withPassword(password), Environment.DEV);
    }

    @Override
    public void close() {
        database.close();
    }
}
