package dev.switchboard.dynamodb.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What DynamoDB stores as a number: at most 38 digits, from 1E-130 to 9.9E+125. */
public final class NumberRules {
    private static final int MOST_DIGITS = 38;
    private static final int MOST_CHARACTERS = 400;
    private static final int MOST_EXPONENT = 125;
    private static final int LEAST_EXPONENT = -130;
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final Pattern JSON_FORM = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private NumberRules() {}

    /** Whether the text is a number that DynamoDB stores exactly. */
    public static boolean isValid(String text) {
        // The length is checked first, because BigDecimal takes long to parse a million digits.
        if (text.length() > MOST_CHARACTERS || !FORM.matcher(text).matches()) {
            return false;
        }
        BigDecimal value = new BigDecimal(text).stripTrailingZeros();
        int exponent = value.precision() - value.scale() - 1;
        return value.precision() <= MOST_DIGITS && (value.signum() == 0 || (exponent <= MOST_EXPONENT && exponent >= LEAST_EXPONENT));
    }

    /** Returns the same number in a form that JSON allows, unchanged where it has that form. */
    static String json(String digits) {
        return JSON_FORM.matcher(digits).matches() ? digits : new BigDecimal(digits).toString();
    }
}
