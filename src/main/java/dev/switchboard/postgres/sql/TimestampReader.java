package dev.switchboard.postgres.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the timestamps that PostgreSQL prints in its ISO style, which the driver sets. */
final class TimestampReader {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .parseLenient()
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    private static final Pattern PARTS =
            Pattern.compile("([0-9]{4,})-([0-9]{2})-([0-9]{2})(?: ([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,6}))?"
                    + "([+-][0-9]{2}(?::[0-9]{2}(?::[0-9]{2})?)?)?)?( BC)?");

    private TimestampReader() {}

    /**
     * Returns the microseconds since 1970 of a date or a timestamp, before Christ too, to compare it by; 0 for {@code infinity} and what is in no
     * such form.
     */
    static long micros(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return 0;
        }
        int year = Integer.parseInt(parts.group(1));
        LocalDate date = LocalDate.of(parts.group(9) == null ? year : 1 - year, number(parts.group(2)), number(parts.group(3)));
        long seconds = number(parts.group(4)) * 3600L + number(parts.group(5)) * 60L + number(parts.group(6));
        @Nullable String offset = parts.group(8);
        long shift = offset == null ? 0 : ZoneOffset.of(offset).getTotalSeconds();
        @Nullable String fraction = parts.group(7);
        long micros = fraction == null ? 0 : Long.parseLong((fraction + "00000").substring(0, 6));
        return (date.toEpochDay() * 86_400 + seconds - shift) * 1_000_000 + micros;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Returns null for {@code infinity}, {@code -infinity}, and times before year 1 or after year 9999. */
    static @Nullable Instant read(String text) {
        try {
            return OffsetDateTime.parse(text, ISO).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
