package dev.switchboard.dynamodb.value;

import dev.switchboard.text.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Tells the time that a value probably is: ISO-8601 text, or a number that is a Unix time of the years 2001 to 2100. */
public final class TimeHint {
    private static final Messages TEXT = Messages.of(TimeHint.class);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final BigDecimal FROM = BigDecimal.valueOf(978_307_200L);
    private static final BigDecimal TO = BigDecimal.valueOf(4_133_980_800L);
    private static final int LEAST_TEXT = 16;
    private static final int MOST_TEXT = 40;

    private TimeHint() {}

    /** Returns the time in words, in UTC; empty if the value is hardly a time. */
    public static String of(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) -> text(text.strip());
            case TypedValue.Digits(String digits) when NumberRules.isValid(digits) -> number(new BigDecimal(digits));
            default -> "";
        };
    }

    private static String text(String text) {
        if (text.length() < LEAST_TEXT || text.length() > MOST_TEXT || text.charAt(4) != '-') {
            return "";
        }
        String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        try {
            return words("time.instant", OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeParseException withoutOffset) {
            try {
                return words("time.instant", LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException e) {
                return "";
            }
        }
    }

    private static String number(BigDecimal number) {
        if (isWithin(number, 0)) {
            return words("time.seconds", Instant.ofEpochSecond(number.longValue()));
        }
        if (isWithin(number, 3)) {
            return words("time.millis", Instant.ofEpochMilli(number.longValue()));
        }
        return isWithin(number, 6) ? words("time.micros", Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS)) : "";
    }

    private static boolean isWithin(BigDecimal number, int scale) {
        BigDecimal seconds = number.scaleByPowerOfTen(-scale);
        return seconds.compareTo(FROM) >= 0 && seconds.compareTo(TO) < 0;
    }

    private static String words(String key, Instant at) {
        return TEXT.get(key, SHOWN.format(at.atOffset(ZoneOffset.UTC)));
    }
}
