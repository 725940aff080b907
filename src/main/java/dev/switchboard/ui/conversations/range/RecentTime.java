package dev.switchboard.ui.conversations.range;

import dev.switchboard.conversations.TimeRange;
import java.time.Duration;
import java.util.Locale;

/** The times up to now that the range filter offers. */
public enum RecentTime {
    HOUR(1),
    DAY(24),
    WEEK(7 * 24);

    private final int hours;

    RecentTime(int hours) {
        this.hours = hours;
    }

    /** The range of messages. */
    public TimeRange.Last range() {
        return new TimeRange.Last(Duration.ofHours(hours));
    }

    /** The last part of the key of the label. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
