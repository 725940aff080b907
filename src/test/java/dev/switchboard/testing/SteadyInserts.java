package dev.switchboard.testing;

import dev.switchboard.local.PostgresEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Another program that inserts rows, and connects again when its session was ended, until the database was dropped. */
public final class SteadyInserts {
    private static final String DATABASE_IS_GONE = "3D000";
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(50);
    private final PostgresEngine engine;
    private final String statement;
    private final Thread writer;

    private SteadyInserts(PostgresEngine engine, String statement) {
        this.engine = engine;
        this.statement = statement;
        writer = Thread.ofPlatform().start(this::insert);
    }

    /** Returns after the first fifty rows. */
    public static SteadyInserts into(PostgresEngine engine, String statement) throws InterruptedException {
        SteadyInserts inserts = new SteadyInserts(engine, statement);
        inserts.begun.await();
        return inserts;
    }

    private void insert() {
        while (true) {
            try (Connection connection = TestEngines.connect(engine, engine.database()); Statement each = connection.createStatement()) {
                while (true) {
                    each.execute(statement);
                    acknowledged.incrementAndGet();
                    begun.countDown();
                }
            } catch (SQLException e) {
                if (DATABASE_IS_GONE.equals(e.getSQLState())) {
                    return;
                }
            }
        }
    }

    /** Waits until the database is gone; returns how many rows the server had confirmed. One more can be there. */
    public int acknowledgedUntilDropped() throws InterruptedException {
        writer.join();
        return acknowledged.get();
    }
}
