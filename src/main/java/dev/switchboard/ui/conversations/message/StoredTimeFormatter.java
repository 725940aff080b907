package dev.switchboard.ui.conversations.message;

import dev.switchboard.conversations.StoredTime;
import dev.switchboard.ui.common.Formats;
import java.time.Instant;
import java.time.ZoneId;

/** Formats stored times; an invalid time is shown as stored. */
public final class StoredTimeFormatter {
    private StoredTimeFormatter() {}

    /** A short form relative to now. */
    public static String when(StoredTime time, Instant now, ZoneId zone) {
        Instant instant = time.instant();
        return instant == null ? raw(time) : Formats.when(instant, now, zone);
    }

    /** Hours and minutes. */
    public static String clock(StoredTime time, ZoneId zone) {
        Instant instant = time.instant();
        return instant == null ? raw(time) : Formats.time(instant, zone);
    }

    /** Date and time, without a year that is the present one. */
    public static String dayAndTime(StoredTime time, Instant now, ZoneId zone) {
        Instant instant = time.instant();
        return instant == null ? raw(time) : Formats.dayAndTime(instant, now, zone);
    }

    /** Date and time with seconds. */
    public static String full(StoredTime time, ZoneId zone) {
        Instant instant = time.instant();
        return instant == null ? raw(time) : Formats.dateTime(instant, zone) + Formats.seconds(instant, zone).substring(5);
    }

    private static String raw(StoredTime time) {
        return time.text().isBlank() ? "—" : time.text();
    }
}
