package dev.switchboard.postgres.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the way to a database looks like.
 *
 * @param finding how far it leads
 * @param sentence that in words, with the address
 * @param remedy what to do; null where it is reachable
 * @param command the AWS CLI command that lets this address through the security group; null where that would not help
 * @param latency how long it took to find out
 */
public record DatabaseConnectionTestResult(
        DatabaseConnectionStatus finding, String sentence, @Nullable String remedy, @Nullable String command, Duration latency) {
    /** Whether a query was answered. */
    public boolean reachable() {
        return finding == DatabaseConnectionStatus.REACHABLE;
    }
}
