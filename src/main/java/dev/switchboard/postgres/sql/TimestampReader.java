package dev.switchboard.postgres.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the timestamps that PostgreSQL prints in its ISO style, which the driver sets. */
final class TimestampReader {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .parseLenient()
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT);

    private TimestampReader() {}

    /** Returns null for {@code infinity}, {@code -infinity}, and times before year 1 or after year 9999. */
    static @Nullable Instant read(String text) {
        try {
            return OffsetDateTime.parse(text, ISO).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
