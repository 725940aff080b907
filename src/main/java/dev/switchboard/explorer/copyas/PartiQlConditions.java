package dev.switchboard.explorer.copyas;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes conditions and values in PartiQL. Every name is quoted, because it can be a reserved word. */
final class PartiQlConditions {
    private PartiQlConditions() {}

    static String condition(Filter filter) {
        return switch (filter) {
            case Filter.And(List<Filter> parts) -> parts.stream().map(PartiQlConditions::part).collect(Collectors.joining(" AND "));
            case Filter.Or(List<Filter> parts) ->
                parts.stream().map(PartiQlConditions::part).collect(Collectors.joining(" OR ", "(", ")"));
            case Filter.Not(Filter part) -> "NOT (" + condition(part) + ")";
            case Filter.Compare(Operand left, Comparison comparison, Operand right) ->
                operand(left) + " " + comparison.sign() + " " + operand(right);
            case Filter.Between(Operand value, Operand low, Operand high) ->
                operand(value) + " BETWEEN " + operand(low) + " AND " + operand(high);
            case Filter.In(Operand value, List<Operand> options) ->
                operand(value) + options.stream().map(PartiQlConditions::operand).collect(Collectors.joining(", ", " IN [", "]"));
            case Filter.BeginsWith(Operand value, Operand prefix) -> "begins_with(" + operand(value) + ", " + operand(prefix) + ")";
            case Filter.Contains(Operand value, Operand part) -> "contains(" + operand(value) + ", " + operand(part) + ")";
            case Filter.Exists(AttributePath path, boolean exists) -> path(path) + (exists ? " IS NOT MISSING" : " IS MISSING");
            case Filter.HasType(AttributePath path, var type) -> "attribute_type(" + path(path) + ", " + quoted(type.name()) + ")";
        };
    }

    private static String part(Filter filter) {
        return filter instanceof Filter.And ? "(" + condition(filter) + ")" : condition(filter);
    }

    private static String operand(Operand operand) {
        return switch (operand) {
            case Operand.Attribute(AttributePath path) -> path(path);
            case Operand.Size(AttributePath path) -> "size(" + path(path) + ")";
            case Operand.Literal(TypedValue value) -> value(value);
        };
    }

    static String path(AttributePath path) {
        StringBuilder text = new StringBuilder(name(path.attribute()));
        for (AttributePath.Step step : path.steps()) {
            switch (step) {
                case AttributePath.Member(String member) -> text.append('.').append(name(member));
                case AttributePath.Element(int index) -> text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** @throws dev.switchboard.failure.InvalidInputException for binary values, for which there are no literals */
    static String value(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) -> quoted(text);
            case TypedValue.Digits(String digits) -> digits;
            case TypedValue.Binary(ByteString _) -> throw PartiQlWriter.impossible("binary");
            case TypedValue.Truth(boolean truth) -> String.valueOf(truth);
            case TypedValue.Nothing() -> "NULL";
            case TypedValue.TextSet(List<String> texts) -> set(texts.stream().map(PartiQlConditions::quoted));
            case TypedValue.DigitsSet(List<String> digits) -> set(digits.stream());
            case TypedValue.BinarySet(List<ByteString> _) -> throw PartiQlWriter.impossible("binary");
            case TypedValue.Elements(List<TypedValue> values) ->
                values.stream().map(PartiQlConditions::value).collect(Collectors.joining(", ", "[", "]"));
            case TypedValue.Members(Map<String, TypedValue> values) -> values.entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ": " + value(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String set(Stream<String> elements) {
        return elements.collect(Collectors.joining(", ", "<<", ">>"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
