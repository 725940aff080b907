package dev.switchboard.aws;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How long a call is delayed before it is tried again, where a condition outlasts the SDK's own retries. The delay doubles with each
 * failed attempt up to a maximum, and is jittered so that concurrent callers do not retry at the same moment.
 */
public enum RetryBackoff {
    /** DynamoDB rejects requests because the table's capacity is consumed; on a small table this lasts for minutes. */
    THROTTLED(BackoffStrategy.exponentialDelayHalfJitter(Duration.ofMillis(50), Duration.ofSeconds(5))),

    /** Cognito rejects requests because the account's request quota is consumed. */
    QUOTA_EXCEEDED(BackoffStrategy.exponentialDelayHalfJitter(Duration.ofMillis(200), Duration.ofSeconds(5))),

    /** Another transaction is changing the same item; it ends within milliseconds. */
    TRANSACTION_CONFLICT(BackoffStrategy.exponentialDelay(Duration.ofMillis(5), Duration.ofMillis(400)));

    @SuppressWarnings("ImmutableEnumChecker") // the strategies of the SDK are immutable and do not say so
    private final BackoffStrategy strategy;

    RetryBackoff(BackoffStrategy strategy) {
        this.strategy = strategy;
    }

    /**
     * The delay before the next attempt.
     *
     * @param failed how many attempts in a row have failed, at least 1
     */
    public Duration delay(int failed) {
        return strategy.computeDelay(failed + 1);
    }

    /**
     * Blocks for {@link #delay}.
     *
     * @throws AbortedException if the thread is interrupted, as the SDK's own calls do; the thread stays interrupted
     */
    public void await(int failed) {
        sleep(delay(failed));
    }

    /**
     * Blocks for a delay.
     *
     * @throws AbortedException if the thread is interrupted, as the SDK's own calls do; the thread stays interrupted
     */
    public static void sleep(Duration delay) {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted between two attempts", e);
        }
    }
}
