package dev.switchboard.doctor.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts messages by day, and conversations by the age of their newest message. */
final class MessageCounts {
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();
    private final Map<Age, Long> ages = new EnumMap<>(Age.class);
    private @Nullable Instant newest;
    private long messages;
    private long groups;

    private enum Age {
        DAY(1),
        MONTH(30),
        YEAR(365),
        OLDER(Integer.MAX_VALUE);

        private final int days;

        Age(int days) {
            this.days = days;
        }

        static Age of(Duration age) {
            for (Age one : values()) {
                if (age.compareTo(Duration.ofDays(one.days)) <= 0) {
                    return one;
                }
            }
            return OLDER;
        }
    }

    /** Counts a message; null if its time cannot be read. */
    void add(@Nullable Instant at) {
        messages++;
        if (at == null) {
            return;
        }
        newest = newest == null || at.isAfter(newest) ? at : newest;
        days.merge(LocalDate.ofInstant(at, ZoneOffset.UTC), 1L, Long::sum);
        if (days.size() > DataSummary.DAYS) {
            days.pollFirstEntry();
        }
    }

    /** Counts a conversation. */
    void group(@Nullable Instant newestMessage, Instant now) {
        groups++;
        if (newestMessage != null) {
            ages.merge(Age.of(Duration.between(newestMessage, now)), 1L, Long::sum);
        }
    }

    DataSummary summary(Instant at, boolean complete, long items, double consumed) {
        DataSummary.GroupActivity activity = new DataSummary.GroupActivity(
                ages.getOrDefault(Age.DAY, 0L), ages.getOrDefault(Age.MONTH, 0L), ages.getOrDefault(Age.YEAR, 0L),
                ages.getOrDefault(Age.OLDER, 0L));
        return new DataSummary(at, complete, items, messages, groups, newest, days, activity, consumed);
    }
}
