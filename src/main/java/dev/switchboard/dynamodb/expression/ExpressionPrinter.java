package dev.switchboard.dynamodb.expression;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints conditions as text with their values in place, such as {@code status = 'open' AND size(tags) > 3}: strings in single quotes, lists
 * in brackets, maps in braces, sets in double angle brackets, binary values as {@code b'…'} in Base64. {@link ExpressionParser} reads it.
 */
public final class ExpressionPrinter {
    private static final ExpressionWriter.ConditionFormatter FORMATTER =
            new ExpressionWriter.ConditionFormatter(ExpressionPrinter::print, ExpressionPrinter::print);

    private ExpressionPrinter() {}

    /** Returns a condition as text. */
    public static String print(Filter filter) {
        return FORMATTER.format(filter);
    }

    /** Returns an operand as text. */
    public static String print(Operand operand) {
        return FORMATTER.format(operand);
    }

    /** Returns a path as text, with double quotes around names that are not plain identifiers or that are words of the grammar. */
    public static String print(AttributePath path) {
        StringBuilder text = new StringBuilder(name(path.attribute()));
        for (AttributePath.Step step : path.steps()) {
            switch (step) {
                case AttributePath.Member(String member) -> text.append('.').append(name(member));
                case AttributePath.Element(int index) -> text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }

    /** Returns a value as text. */
    public static String print(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) -> quoted(text);
            case TypedValue.Digits(String digits) -> digits;
            case TypedValue.Binary(ByteString bytes) -> "b'" + bytes.base64() + "'";
            case TypedValue.Truth(boolean truth) -> String.valueOf(truth);
            case TypedValue.Nothing() -> "null";
            case TypedValue.TextSet(List<String> texts) -> set(texts.stream().map(ExpressionPrinter::quoted));
            case TypedValue.DigitsSet(List<String> digits) -> set(digits.stream());
            case TypedValue.BinarySet(List<ByteString> values) -> set(values.stream().map(bytes -> "b'" + bytes.base64() + "'"));
            case TypedValue.Elements(List<TypedValue> values) ->
                values.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", ", "[", "]"));
            case TypedValue.Members(Map<String, TypedValue> values) -> values.entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ": " + print(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String set(Stream<String> elements) {
        return elements.collect(Collectors.joining(", ", "<<", ">>"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String name(String name) {
        return ExpressionTokens.isPlainName(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
