package dev.switchboard.activity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to a backend.
 *
 * @param number counts calls from 1 in the order in which they ended
 * @param at when it began
 * @param operation the backend's own name of it, such as {@code Query} or {@code users/all}
 * @param target the table, pool or database it went to; empty where it has none
 * @param duration from the call to the answer, retries included
 * @param readCapacity read capacity units that DynamoDB reported, 0 where it reported none
 * @param writeCapacity write capacity units likewise
 * @param retries attempts after the first
 * @param error null where it succeeded, else the error's code and message
 * @param command the same call as a shell command, for copying; without a password
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
        String command) {

    /** Whether the backend answered without an error. */
    public boolean succeeded() {
        return error == null;
    }
}
