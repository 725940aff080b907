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
 * A time as stored in an item.
 *
 * @param text the stored text, by which DynamoDB sorts
 * @param instant the instant; null if the text cannot be read
 * @param anomalies what is irregular about it; empty for times that the console writes
 */
public record StoredTime(String text, @Nullable Instant instant, Set<TimeAnomaly> anomalies) {
    /** By instant; times that cannot be read come first. */
    public static final Comparator<StoredTime> OLDEST_FIRST =
            Comparator.comparing(StoredTime::instant, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    // OffsetDateTime.toString() has 0 to 9 fraction digits and Z, which sorts wrongly in a key.
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    public StoredTime {
        anomalies = Set.copyOf(anomalies);
    }

    /** Reads any ISO-8601 date and time; never fails. A time without an offset is read as UTC. */
    public static StoredTime read(String text) {
        return StoredTimeReader.read(text);
    }

    /** Formats an instant as the console stores it: UTC, six fraction digits, {@code +00:00}, truncated to microseconds. */
    public static String write(Instant instant) {
        return WRITTEN.format(instant.truncatedTo(ChronoUnit.MICROS));
    }
}
