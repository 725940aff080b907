package dev.switchboard.conversations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time as a row stores it.
 *
 * @param text as stored, which is also how DynamoDB orders it
 * @param instant the instant that it means, null where it cannot be read
 * @param marks what is unusual about it; empty for what the console writes
 */
public record StoredTime(String text, @Nullable Instant instant, Set<TimeAnomaly> marks) {
    /** By instant; times that cannot be read come first. */
    public static final Comparator<StoredTime> OLDEST_FIRST =
            Comparator.comparing(StoredTime::instant, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    // OffsetDateTime's own text has 0 to 9 fraction digits and Z, and so would order wrongly: never build a key with it.
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    public StoredTime {
        marks = Set.copyOf(marks);
    }

    /** Reads every ISO-8601 variant of date and time; never fails. A time without an offset is read as UTC. */
    public static StoredTime read(String text) {
        return StoredTimeReader.read(text);
    }

    /** The instant as the console stores it: UTC, six fraction digits, {@code +00:00}. What is finer than a microsecond is cut off. */
    public static String write(Instant instant) {
        return WRITTEN.format(instant.truncatedTo(ChronoUnit.MICROS));
    }
}
