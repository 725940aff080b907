package dev.switchboard.postgres.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The details of a connection test.
 *
 * @param finding the status
 * @param sentence the status as a sentence, with the address
 * @param remedy what to do; null if the database is reachable
 * @param command the AWS CLI command that allows this address in the security group; null if that would not help
 * @param latency the duration of the test
 */
public record DatabaseConnectionTestResult(
        DatabaseConnectionStatus finding, String sentence, @Nullable String remedy, @Nullable String command, Duration latency) {
    /** Returns whether a query was answered. */
    public boolean reachable() {
        return finding == DatabaseConnectionStatus.REACHABLE;
    }
}
