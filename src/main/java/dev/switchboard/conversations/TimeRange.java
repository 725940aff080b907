package dev.switchboard.conversations;

import java.time.Instant;
import java.time.ZoneId;

/** Which rows are wanted, by their instant. A row whose time cannot be read belongs to {@link All} only. */
public sealed interface TimeRange {
    /** Every row. */
    record All() implements TimeRange {}

    /** A calendar year as a zone counts it. */
    record Year(int year, ZoneId zone) implements TimeRange {
        /** The same as two instants. */
        public Between between() {
            return new Between(start(year), start(year + 1));
        }

        private Instant start(int of) {
            return java.time.LocalDate.of(of, 1, 1).atStartOfDay(zone).toInstant();
        }
    }

    /** From since, included, to until, excluded; an empty range holds nothing. */
    record Between(Instant since, Instant until) implements TimeRange {}
}
