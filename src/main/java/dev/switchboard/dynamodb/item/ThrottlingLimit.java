package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * How often in a row a throttled request is sent again, where the throttling outlasts the SDK's own retries.
 *
 * @param attempts so many throttled attempts in a row end the operation
 * @param delay the pause after a number of throttled attempts in a row, at least 1
 */
public record ThrottlingLimit(int attempts, IntFunction<Duration> delay) {
    /** About ten minutes with the SDK's own retries: a table whose burst capacity is used up recovers within five. */
    public static final ThrottlingLimit USUAL = new ThrottlingLimit(120, RetryBackoff.THROTTLED::delay);

    /**
     * Returns how long to wait before the next attempt.
     *
     * @param failed how many attempts in a row were throttled, at least 1
     * @throws OperationFailedException if that were too many
     */
    public Duration pause(String table, int failed) {
        if (failed >= attempts) {
            throw exceeded(table);
        }
        return delay.apply(failed);
    }

    /** The failure of an operation whose requests are throttled for too long. */
    public OperationFailedException exceeded(String table) {
        Messages text = Messages.of(ThrottlingLimit.class);
        return new OperationFailedException(text.get("throttled", table, attempts), text.get("throttled.remedy", table));
    }
}
