package dev.switchboard.transfer.format;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts a value to the text of a cell and back, so that a spreadsheet neither runs it as a formula nor changes it.
 *
 * <ul>
 *   <li>An empty cell is a missing attribute, and a lone apostrophe an empty string.
 *   <li>{@code 12.5} is a number, {@code TRUE} a Boolean and {@code NULL} the value null; other words are strings.
 *   <li>An apostrophe in front keeps a string that would be read as something else, that begins like a formula, or that a spreadsheet
 *       would take for a date: {@code '12.5}, {@code '=A1}.
 *   <li>Everything else, and a number with more digits than a spreadsheet keeps, is DynamoDB JSON with its type: <code>{"L":[…]}</code>.
 * </ul>
 */
public final class CsvCell {
    private static final Messages TEXT = Messages.of(CsvCell.class);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    /** What spreadsheets convert: dates, times, fractions, percentages and amounts. */
    private static final Pattern CONVERTED = Pattern.compile("[\\d\\s.,:/%$€£¥-]*\\d[\\d\\s.,:/%$€£¥-]*( ?[aApP][mM])?");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,4}[-/. ]?[A-Za-z]{3,9}([-/. ,]*\\d{1,4})?|[A-Za-z]{3,9}[-/. ]\\d{1,4}(, ?\\d{4})?");
    private static final int DIGITS_KEPT = 15;
    private static final String FORMULA = "=+-@\t\r\n'＝＋－＠";

    private CsvCell() {}

    /** Returns the text of a cell. */
    public static String write(@Nullable TypedValue value) {
        return switch (value) {
            case null -> "";
            case TypedValue.Text(String text) -> isPlain(text) ? text : "'" + text;
            case TypedValue.Digits(String digits) when survives(digits) -> digits;
            case TypedValue.Truth(boolean truth) -> truth ? "TRUE" : "FALSE";
            case TypedValue.Nothing() -> "NULL";
            default -> {
                String item = TypedItems.item(new TypedValue.Members(Map.of("v", value))).toJson();
                yield item.substring("{\"v\":".length(), item.length() - 1);
            }
        };
    }

    /** Returns the name of an attribute as the text of a cell of the header. */
    static String writeName(String name) {
        return name.isEmpty() || FORMULA.indexOf(name.charAt(0)) < 0 ? name : "'" + name;
    }

    /** Returns the attribute that a cell of the header names. */
    static String readName(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    /**
     * Reads the text of a cell.
     *
     * @param keyType the type of the attribute where it is part of a key, {@code S}, {@code N} or {@code B}, which decides what a text without
     *     a mark is; null otherwise
     * @return null if the attribute is missing
     * @throws InvalidInputException if the text is not valid
     */
    public static @Nullable TypedValue read(String cell, @Nullable String keyType) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.startsWith("'")) {
            return new TypedValue.Text(cell.substring(1));
        }
        if (cell.startsWith("{\"") && cell.endsWith("}")) {
            return typed(cell);
        }
        if ("S".equals(keyType)) {
            return new TypedValue.Text(cell);
        }
        if ("B".equals(keyType)) {
            return binary(cell);
        }
        if (NUMBER.matcher(cell.strip()).matches()) {
            return new TypedValue.Digits(cell.strip());
        }
        return switch (cell.toUpperCase(Locale.ROOT)) {
            case "TRUE" -> new TypedValue.Truth(true);
            case "FALSE" -> new TypedValue.Truth(false);
            case "NULL" -> new TypedValue.Nothing();
            default -> new TypedValue.Text(cell);
        };
    }

    private static TypedValue typed(String cell) {
        try {
            TypedValue value = TypedItems.value(Item.ofJson("{\"v\":" + cell + "}"), "v");
            if (value != null) {
                return value;
            }
        } catch (InvalidInputException e) {
            throw malformed(cell, e);
        }
        throw malformed(cell, null);
    }

    private static TypedValue binary(String cell) {
        try {
            return new TypedValue.Binary(ByteString.of(Base64.getDecoder().decode(cell)));
        } catch (IllegalArgumentException e) {
            throw malformed(cell, e);
        }
    }

    private static InvalidInputException malformed(String cell, @Nullable Throwable cause) {
        String shown = cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
        return new InvalidInputException("cell_malformed", TEXT.get("csv.cell", shown), TEXT.get("csv.cell.remedy"), cause);
    }

    /** Whether a string is read back as it is, and kept by spreadsheets. */
    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) < 0
                && !Character.isWhitespace(text.charAt(0))
                && !Character.isWhitespace(text.charAt(text.length() - 1))
                && !text.startsWith("{")
                && !text.startsWith("\uFEFF")
                && !NUMBER.matcher(text).matches()
                && !(text.length() < 40 && (CONVERTED.matcher(text).matches() || DATE.matcher(text).matches()))
                && !text.equalsIgnoreCase("true")
                && !text.equalsIgnoreCase("false")
                && !text.equalsIgnoreCase("null");
    }

    /** Whether a spreadsheet keeps all digits of a number. */
    private static boolean survives(String digits) {
        return NUMBER.matcher(digits).matches()
                && digits.indexOf('e') < 0
                && digits.indexOf('E') < 0
                && digits.chars().filter(Character::isDigit).count() <= DIGITS_KEPT;
    }
}
