package dev.switchboard.postgres.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/**
 * Takes connections from a pool. The pool itself would wait for its whole timeout while the server rejects each new connection, for example because
 * another process dropped the database. So it is asked in short attempts, and a rejection ends the wait.
 */
final class PoolBorrower {
    /** The shortest that the pool allows. */
    static final Duration ATTEMPT = Duration.ofMillis(250);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private PoolBorrower() {}

    /**
     * Returns a connection, which the caller closes.
     *
     * @throws SQLException if the server rejects a new connection, or none is free in time
     */
    static Connection borrow(HikariDataSource pool) throws SQLException {
        long started = System.nanoTime();
        while (true) {
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException e) {
                boolean rejected = e.getCause() instanceof SQLException cause && PostgresFailureExplainer.isRejectedConnection(cause);
                if (rejected || pool.isClosed() || System.nanoTime() - started > LONGEST_WAIT.toNanos()) {
                    throw e;
                }
            }
        }
    }
}
