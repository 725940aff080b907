package dev.switchboard.ui.shell;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The expiration of the AWS credentials, as shown in the header.
 *
 * @param text empty if the credentials do not expire
 * @param urgent whether they have expired or will soon expire
 */
record CredentialsExpiry(String text, boolean urgent) {
    static final CredentialsExpiry NONE = new CredentialsExpiry("", false);

    private static final Messages TEXT = Messages.of(CredentialsExpiry.class);
    private static final Duration SOON = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    /**
     * @param end the expiration; null if there is none or no credentials were used yet
     * @param zone the time zone of displayed times
     */
    static CredentialsExpiry of(@Nullable Instant end, Instant now, ZoneId zone) {
        if (end == null) {
            return NONE;
        }
        Duration left = Duration.between(now, end);
        if (!left.isPositive()) {
            return new CredentialsExpiry(TEXT.get("credentials.ended", time(end, now, zone)), true);
        }
        if (left.compareTo(SOON) <= 0) {
            // Rounded up, so that the last minute is not shown as 0.
            return new CredentialsExpiry(TEXT.get("credentials.soon", left.plusSeconds(59).plusNanos(999_999_999).toMinutes()), true);
        }
        return new CredentialsExpiry(TEXT.get("credentials.until", time(end, now, zone)), false);
    }

    /** The date is omitted for today to save space in the header. */
    private static String time(Instant end, Instant now, ZoneId zone) {
        boolean today = end.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(end.atZone(zone)) + " " + Formats.shortZone(zone);
    }
}
