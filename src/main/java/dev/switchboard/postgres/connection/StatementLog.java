package dev.switchboard.postgres.connection;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.text.SecretMasker;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records each statement in the activity log, with the equivalent psql command. Secrets are masked. */
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
        @Nullable String said =
                error == null ? null : error.getSQLState() + ": " + SecretMasker.message(sql, String.valueOf(error.getMessage()));
        Instant at = Instant.now().minus(duration);
        activity.record(at, Backend.POSTGRESQL, operation, url.target(), duration, 0, 0, 0, said, command(url, sql));
    }

    /**
     * Records the run of a program.
     *
     * @param command the program with its arguments, which contain no secret
     */
    public void recordProgram(PostgresUrl url, String operation, String command, long startedNanos) {
        Duration duration = Duration.ofNanos(System.nanoTime() - startedNanos);
        activity.record(Instant.now().minus(duration), Backend.POSTGRESQL, operation, url.target(), duration, 0, 0, 0, null, command);
    }

    private static String command(PostgresUrl url, String sql) {
        return "psql " + shell(url.withoutPassword()) + " -c " + shell(SecretMasker.sql(sql));
    }

    private static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
