package dev.switchboard.ui.conversations.range;

import dev.switchboard.conversations.TimeRange;
import java.time.Duration;

/** The times up to now that the range filter offers. */
public enum RecentTime {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final TimeRange.Last range;

    RecentTime(Duration length) {
        range = new TimeRange.Last(length);
    }

    /** The range of messages. */
    public TimeRange.Last range() {
        return range;
    }

    /** The last part of the key of the label. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
