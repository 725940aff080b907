package dev.switchboard.dynamodb.expression;

import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the expressions of one request, which share the placeholders of names and values. Every name is a placeholder, because it can be
 * one of over 500 reserved words.
 */
public final class ExpressionWriter {
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<String, TypedValue> values = new LinkedHashMap<>();

    /** Returns the text of a condition, with the placeholders that {@link #expression} then defines. */
    public String write(Filter filter) {
        return new ConditionFormatter(this::path, this::value).format(filter);
    }

    /** Returns the text of a projection. */
    public String write(List<AttributePath> paths) {
        return paths.stream().map(this::path).collect(Collectors.joining(", "));
    }

    /** Returns a text of this request with all names and values of the texts written so far. */
    public Expression expression(String text) {
        Map<String, String> names = new LinkedHashMap<>();
        placeholders.forEach((name, placeholder) -> names.put(placeholder, name));
        return new Expression(text, names, TypedItems.item(new TypedValue.Members(values)));
    }

    private String path(AttributePath path) {
        StringBuilder text = new StringBuilder(name(path.attribute()));
        for (AttributePath.Step step : path.steps()) {
            switch (step) {
                case AttributePath.Member(String member) -> text.append('.').append(name(member));
                case AttributePath.Element(int index) -> text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }

    private String name(String name) {
        return placeholders.computeIfAbsent(name, added -> "#n" + placeholders.size());
    }

    private String value(TypedValue value) {
        String placeholder = ":v" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }

    /** Formats conditions as DynamoDB's grammar has them, with given forms of paths and values. */
    record ConditionFormatter(Function<AttributePath, String> paths, Function<TypedValue, String> values) {
        String format(Filter filter) {
            return switch (filter) {
                case Filter.And(List<Filter> parts) -> joined(parts, " AND ");
                case Filter.Or(List<Filter> parts) -> joined(parts, " OR ");
                case Filter.Not(Filter part) -> "NOT (" + format(part) + ")";
                case Filter.Compare(Operand left, Comparison comparison, Operand right) ->
                    format(left) + " " + comparison.sign() + " " + format(right);
                case Filter.Between(Operand value, Operand low, Operand high) ->
                    format(value) + " BETWEEN " + format(low) + " AND " + format(high);
                case Filter.In(Operand value, List<Operand> options) ->
                    format(value) + options.stream().map(this::format).collect(Collectors.joining(", ", " IN (", ")"));
                case Filter.BeginsWith(Operand value, Operand prefix) -> "begins_with(" + format(value) + ", " + format(prefix) + ")";
                case Filter.Contains(Operand value, Operand part) -> "contains(" + format(value) + ", " + format(part) + ")";
                case Filter.Exists(AttributePath path, boolean exists) ->
                    (exists ? "attribute_exists(" : "attribute_not_exists(") + paths.apply(path) + ")";
                case Filter.HasType(AttributePath path, var type) ->
                    "attribute_type(" + paths.apply(path) + ", " + values.apply(new TypedValue.Text(type.name())) + ")";
            };
        }

        private String joined(List<Filter> parts, String operator) {
            return parts.stream()
                    .map(part -> part instanceof Filter.And || part instanceof Filter.Or ? "(" + format(part) + ")" : format(part))
                    .collect(Collectors.joining(operator));
        }

        String format(Operand operand) {
            return switch (operand) {
                case Operand.Attribute(AttributePath path) -> paths.apply(path);
                case Operand.Size(AttributePath path) -> "size(" + paths.apply(path) + ")";
                case Operand.Literal(TypedValue value) -> values.apply(value);
            };
        }
    }
}
