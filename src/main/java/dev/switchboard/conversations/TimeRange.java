package dev.switchboard.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A range of instants. An item whose time cannot be read belongs only to {@link All}. */
public sealed interface TimeRange {
    /** The range as it is at a time. */
    Fixed at(Instant now);

    /** A range that does not depend on the present. */
    sealed interface Fixed extends TimeRange {
        @Override
        default Fixed at(Instant now) {
            return this;
        }

        /** Whether a time is in the range. */
        default boolean contains(StoredTime time) {
            return SortBounds.contains(this, time);
        }
    }

    /** Every item. */
    record All() implements Fixed {}

    /** A calendar year in a time zone. */
    record Year(int year, ZoneId zone) implements Fixed {
        /** The year as a range of instants. */
        public Between between() {
            return new Between(start(year), start(year + 1));
        }

        private Instant start(int of) {
            return LocalDate.of(of, 1, 1).atStartOfDay(zone).toInstant();
        }
    }

    /** From since, inclusive, to until, exclusive; may be empty. */
    record Between(Instant since, Instant until) implements Fixed {
        /** Later than every item, because sort keys contain a year of four digits. */
        public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    }

    /** A time up to the present, and what is dated in the future, as it is with clocks that differ. */
    record Last(Duration length) implements TimeRange {
        @Override
        public Between at(Instant now) {
            return new Between(now.minus(length), Between.LATEST);
        }
    }
}
