package dev.switchboard.ui.common;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats numbers and times for all screens. */
public final class Formats {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Formats() {}

    /** A count, such as 1,234,567. */
    public static String count(long number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    /** Capacity units: 0.5, 14.5, 146. */
    public static String capacity(double units) {
        return new DecimalFormat("#,##0.#", SYMBOLS).format(units);
    }

    /** Bytes with a unit: 812 B, 1.4 KB, 12 MB. */
    public static String bytes(long bytes) {
        String[] units = {"B", "KB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return new DecimalFormat(value < 10 && unit > 0 ? "0.0" : "0", SYMBOLS).format(value) + " " + units[unit];
    }

    /** A duration short enough for a column: 0.4 ms, 12 ms, 1.2 s, 2 min 3 s. */
    public static String duration(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        if (millis < 10) {
            return new DecimalFormat("0.0", SYMBOLS).format(millis) + " ms";
        }
        if (millis < 1000) {
            return Math.round(millis) + " ms";
        }
        if (millis < 60_000) {
            return new DecimalFormat("0.0", SYMBOLS).format(millis / 1000) + " s";
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /** Remaining time as minutes and seconds, such as 9:41. */
    public static String clock(Duration duration) {
        long seconds = Math.max(0, duration.plusMillis(999).toSeconds());
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    /** A time zone by its ID, such as UTC or Europe/Berlin. */
    public static String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** The short name of a time zone for a heading, such as UTC or Berlin. */
    public static String shortZone(ZoneId zone) {
        String id = zone(zone);
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** Date and time, such as 22 Nov 2026, 12:09. */
    public static String dateTime(Instant instant, ZoneId zone) {
        return DATE_TIME.format(instant.atZone(zone));
    }

    /** Date and time, such as 22 Nov, 12:09, with the year where it is not the present one. */
    public static String dayAndTime(Instant instant, Instant now, ZoneId zone) {
        boolean thisYear = instant.atZone(zone).getYear() == now.atZone(zone).getYear();
        return thisYear ? DATE.format(instant.atZone(zone)) + ", " + time(instant, zone) : dateTime(instant, zone);
    }

    /** Hours and minutes, such as 12:09. */
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** Time with seconds, such as 12:09:31. */
    public static String seconds(Instant instant, ZoneId zone) {
        return SECONDS.format(instant.atZone(zone));
    }

    /** Time with seconds, such as 12:09:31, with the date in front of it where that is not today's. */
    public static String timeOfDay(Instant instant, Instant now, ZoneId zone) {
        boolean today = instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? seconds(instant, zone) : DATE_YEAR.format(instant.atZone(zone)) + ", " + seconds(instant, zone);
    }

    /** Date and time with the zone that they are in, such as 22 Nov 2026, 12:09 UTC, for a text that stands by itself. */
    public static String zoned(Instant instant, ZoneId zone) {
        return dateTime(instant, zone) + " " + zone(zone);
    }

    /** A short form relative to now: 12:09 today, Fri 12:09 this week, 12 Nov this year, 12 Nov 2025 before that. */
    public static String when(Instant instant, Instant now, ZoneId zone) {
        LocalDate date = instant.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (date.equals(today)) {
            return time(instant, zone);
        }
        if (date.isBefore(today) && date.isAfter(today.minusDays(7))) {
            return WEEKDAY.format(instant.atZone(zone));
        }
        return (date.getYear() == today.getYear() ? DATE : DATE_YEAR).format(date);
    }
}
