package dev.switchboard.conversations;

import java.time.Instant;
import java.time.ZoneId;

/** A range of instants. An item whose time cannot be read belongs only to {@link All}. */
public sealed interface TimeRange {
    /** Every item. */
    record All() implements TimeRange {}

    /** A calendar year in a time zone. */
    record Year(int year, ZoneId zone) implements TimeRange {
        /** The year as a range of instants. */
        public Between between() {
            return new Between(start(year), start(year + 1));
        }

        private Instant start(int of) {
            return java.time.LocalDate.of(of, 1, 1).atStartOfDay(zone).toInstant();
        }
    }

    /** From since, inclusive, to until, exclusive; may be empty. */
    record Between(Instant since, Instant until) implements TimeRange {}
}
