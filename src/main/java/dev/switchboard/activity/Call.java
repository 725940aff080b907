package dev.switchboard.activity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to a backend.
 *
 * @param number counts calls from 1, in the order in which they ended
 * @param at when it began
 * @param operation the name of the operation or SQL file, such as {@code Query} or {@code users/all}
 * @param target the table, user pool or database; empty if there is none
 * @param duration the total duration, including retries
 * @param readCapacity the read capacity units that DynamoDB reported, or 0
 * @param writeCapacity the write capacity units that DynamoDB reported, or 0
 * @param retries the number of attempts after the first
 * @param error the error code and message; null if it succeeded
 * @param rendering the call as a shell command, without a password
 */
public record Call(
        long number,
        Instant at,
        Backend backend,
        String operation,
        String target,
        Duration duration,
        double readCapacity,
        double writeCapacity,
        int retries,
        @Nullable String error,
        CallCommand rendering) {

    /** The call as a shell command, without a password. */
    public String command() {
        return rendering.text();
    }

    /** Whether the call succeeded. */
    public boolean succeeded() {
        return error == null;
    }
}
