package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.SortKeyCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Sort key bounds that include every item of a time range. A stored time is a local time with an offset of up to eighteen hours, so
 * the bounds are that much wider than the range. They are whole days because T, t or a space may separate the day from the time.
 * Callers filter by the instant afterwards.
 */
final class SortBounds {
    private static final Duration WIDEST_OFFSET = Duration.ofHours(18);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9998-12-31T00:00:00Z");
    // Sorts after every character that can follow the day.
    private static final String AFTER_ALL = "~";

    private SortBounds() {}

    static SortKeyCondition of(TimeRange.Fixed range) {
        return switch (range) {
            case TimeRange.All all -> new SortKeyCondition.All();
            case TimeRange.Year year -> of(year.between());
            case TimeRange.Between(Instant since, Instant until) ->
                since.isBefore(until)
                        ? new SortKeyCondition.Between(day(since, WIDEST_OFFSET.negated()), day(until, WIDEST_OFFSET) + AFTER_ALL)
                        : new SortKeyCondition.Between("0", "0");
        };
    }

    static boolean contains(TimeRange.Fixed range, StoredTime time) {
        Instant instant = time.instant();
        return switch (range) {
            case TimeRange.All all -> true;
            case TimeRange.Year year -> contains(year.between(), time);
            case TimeRange.Between(Instant since, Instant until) ->
                instant != null && !instant.isBefore(since) && instant.isBefore(until);
        };
    }

    private static String day(Instant instant, Duration wider) {
        Instant within = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return LocalDate.ofInstant(within.plus(wider), ZoneOffset.UTC).toString();
    }
}
