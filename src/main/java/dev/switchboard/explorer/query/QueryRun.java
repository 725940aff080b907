package dev.switchboard.explorer.query;

import java.time.Duration;
import java.time.Instant;

/**
 * One run of a query.
 *
 * @param at when it began
 * @param text the text of the query
 * @param items the number of items returned
 * @param scanned the number of items that DynamoDB read
 * @param readCapacity read capacity units consumed
 * @param duration how long it took
 */
public record QueryRun(
        Instant at, String text, Outcome outcome, long items, long scanned, double readCapacity, Duration duration) {
    /** How a run ended. */
    public enum Outcome {
        COMPLETE,
        /** At the limit of the query; there may be more items. */
        LIMIT,
        STOPPED,
        FAILED
    }
}
