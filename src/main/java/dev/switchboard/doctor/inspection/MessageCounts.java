package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataSummary;
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
    private @Nullable Instant newestFollowed;
    private @Nullable Instant newestBehind;
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
        newest = later(newest, at);
        days.merge(LocalDate.ofInstant(at, ZoneOffset.UTC), 1L, Long::sum);
        if (days.size() > DataSummary.DAYS) {
            days.pollFirstEntry();
        }
    }

    /** Counts a conversation. */
    void group(ConversationEnd end, Instant now) {
        groups++;
        @Nullable Instant newestMessage = end.newest();
        if (newestMessage != null) {
            follow(end.rows(), newestMessage, now);
            ages.merge(Age.of(Duration.between(newestMessage, now)), 1L, Long::sum);
        }
    }

    private void follow(ConversationRows rows, Instant newestMessage, Instant now) {
        boolean behind =
                rows.rows().stream().map(row -> row.time().instant()).anyMatch(shown -> shown != null && shown.isBefore(newestMessage));
        if (!behind && !rows.rows().isEmpty()) {
            newestFollowed = later(newestFollowed, newestMessage);
        } else if (behind && newestMessage.isBefore(now.minusSeconds(DataSummary.FOLLOWING_SECONDS))) {
            newestBehind = later(newestBehind, newestMessage);
        }
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    DataSummary summary(Instant at, boolean complete, long items, double consumed) {
        DataSummary.GroupActivity activity = new DataSummary.GroupActivity(
                ages.getOrDefault(Age.DAY, 0L), ages.getOrDefault(Age.MONTH, 0L), ages.getOrDefault(Age.YEAR, 0L),
                ages.getOrDefault(Age.OLDER, 0L));
        return new DataSummary(at, complete, items, messages, groups, newest, newestFollowed, newestBehind, days, activity, consumed);
    }
}
