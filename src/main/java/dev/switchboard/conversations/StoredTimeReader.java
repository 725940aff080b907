package dev.switchboard.conversations;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored times. The date must be in the extended format with hyphens, because the basic format would not sort with it, and
 * ranges would miss it.
 */
final class StoredTimeReader {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d{1,9}))?)? ?"
                    + "([Zz]|[+-]\\d\\d(?::?\\d\\d(?::?\\d\\d)?)?)?");

    private StoredTimeReader() {}

    static StoredTime read(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return unreadable(text);
        }
        try {
            Set<TimeAnomaly> anomalies = EnumSet.noneOf(TimeAnomaly.class);
            @Nullable String fraction = parts.group(7);
            if (fraction == null) {
                anomalies.add(TimeAnomaly.NO_FRACTION);
            }
            LocalDateTime local = LocalDateTime.of(
                    number(parts.group(1)),
                    number(parts.group(2)),
                    number(parts.group(3)),
                    number(parts.group(4)),
                    number(parts.group(5)),
                    number(parts.group(6)),
                    fraction == null ? 0 : number((fraction + "000000000").substring(0, 9)));
            Instant instant = local.toInstant(offset(parts.group(8), anomalies));
            return new StoredTime(text, instant, anomalies);
        } catch (DateTimeException e) {
            // Matches the pattern but is not a valid time, such as February 30, hour 25 or an offset of a day.
            return unreadable(text);
        }
    }

    private static StoredTime unreadable(String text) {
        return new StoredTime(text, null, Set.of(TimeAnomaly.UNREADABLE));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static ZoneOffset offset(@Nullable String text, Set<TimeAnomaly> anomalies) {
        if (text == null) {
            anomalies.add(TimeAnomaly.NO_OFFSET);
            return ZoneOffset.UTC;
        }
        ZoneOffset offset = text.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(text);
        if (offset.getTotalSeconds() != 0) {
            anomalies.add(TimeAnomaly.OTHER_OFFSET);
        }
        return offset;
    }
}
