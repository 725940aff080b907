package dev.switchboard.postgres.connection;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records each statement in the activity log, with the equivalent psql command. */
public final class StatementLog {
    private final ActivityLog activity;

    public StatementLog(ActivityLog activity) {
        this.activity = activity;
    }

    public ActivityLog activity() {
        return activity;
    }

    /**
     * Records a statement.
     *
     * @param sql the statement with its parameters inserted
     * @param startedNanos {@link System#nanoTime} at its start
     * @param error null if it succeeded
     */
    public void record(PostgresUrl url, String operation, String sql, long startedNanos, @Nullable SQLException error) {
        Duration duration = Duration.ofNanos(System.nanoTime() - startedNanos);
        @Nullable String said = error == null ? null : error.getSQLState() + ": " + error.getMessage();
        Instant at = Instant.now().minus(duration);
        activity.record(at, Backend.POSTGRESQL, operation, url.target(), duration, 0, 0, 0, said, command(url, sql));
    }

    private static String command(PostgresUrl url, String sql) {
        return "psql " + shell(url.withoutPassword()) + " -c " + shell(sql);
    }

    private static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
