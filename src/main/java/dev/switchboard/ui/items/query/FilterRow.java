package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.expression.ExpressionPrinter;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.value.ValueType;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A condition of the filter that is being built. */
final class FilterRow implements FilterPart {
    private static final Messages TEXT = Messages.of(FilterRow.class);
    private final StringProperty attribute = new SimpleStringProperty("");
    private final ObjectProperty<FilterOperator> operator = new SimpleObjectProperty<>(FilterOperator.EQUAL);
    private final ObjectProperty<ValueKind> kind = new SimpleObjectProperty<>(ValueKind.STRING);
    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty upTo = new SimpleStringProperty("");

    /** The attribute, its path, or the size of it such as {@code size(tags)}. */
    StringProperty attributeProperty() {
        return attribute;
    }

    ObjectProperty<FilterOperator> operatorProperty() {
        return operator;
    }

    ObjectProperty<ValueKind> kindProperty() {
        return kind;
    }

    /** The value, several with commas, the type, or the whole condition. */
    StringProperty valueProperty() {
        return value;
    }

    /** The upper end of a range. */
    StringProperty upToProperty() {
        return upTo;
    }

    @Override
    public @Nullable Filter filter() {
        FilterOperator chosen = operator.get();
        if (chosen == FilterOperator.EXPRESSION) {
            return value.get().isBlank() ? null : ExpressionParser.parse(value.get());
        }
        if (attribute.get().isBlank()) {
            if (!value.get().isEmpty() || !upTo.get().isEmpty()) {
                throw bad(TEXT.get("row.attribute.missing"));
            }
            return null;
        }
        Operand left = left();
        @Nullable Comparison comparison = chosen.comparison();
        if (comparison != null) {
            return new Filter.Compare(left, comparison, one());
        }
        return switch (chosen) {
            case BETWEEN -> new Filter.Between(left, one(), kind.get().operand(upTo.get()));
            case IN -> new Filter.In(left, kind.get().operands(value.get()));
            case BEGINS_WITH -> new Filter.BeginsWith(left, one());
            case CONTAINS -> new Filter.Contains(left, one());
            case NOT_CONTAINS -> new Filter.Not(new Filter.Contains(left, one()));
            case EXISTS -> new Filter.Exists(path(left), true);
            case NOT_EXISTS -> new Filter.Exists(path(left), false);
            default -> new Filter.HasType(path(left), type());
        };
    }

    /**
     * Returns what the value means, whether or not the rest of the condition is complete.
     *
     * @throws InvalidInputException if the value is not valid for its kind
     */
    Object readValue() {
        return switch (operator.get()) {
            case EXPRESSION -> ExpressionParser.parse(value.get());
            case HAS_TYPE -> type();
            case IN -> kind.get().operands(value.get());
            case EXISTS, NOT_EXISTS -> "";
            default -> one();
        };
    }

    private Operand one() {
        return kind.get().operand(value.get());
    }

    /** A name that is no path is taken as it is, so that nobody has to know which names need quotes. */
    private Operand left() {
        String text = attribute.get().strip();
        try {
            Operand parsed = ExpressionParser.parseOperand(text);
            return parsed instanceof Operand.Literal ? Operand.attribute(text) : parsed;
        } catch (InvalidInputException e) {
            return Operand.attribute(text);
        }
    }

    private static AttributePath path(Operand operand) {
        return switch (operand) {
            case Operand.Attribute(AttributePath path) -> path;
            default -> throw bad(TEXT.get("row.path"));
        };
    }

    private ValueType type() {
        return Arrays.stream(ValueType.values())
                .filter(type -> type.name().equalsIgnoreCase(value.get().strip()))
                .findFirst()
                .orElseThrow(() -> bad(TEXT.get("row.type", Quote.of(value.get()),
                        Arrays.stream(ValueType.values()).map(ValueType::name).collect(Collectors.joining(", ")))));
    }

    private static InvalidInputException bad(String text) {
        return new InvalidInputException("filter", text, null);
    }

    /** Returns the row for a condition that is not a group. */
    static FilterRow of(Filter filter) {
        FilterRow row = new FilterRow();
        switch (filter) {
            case Filter.Compare(Operand left, Comparison comparison, Operand right) when isAttribute(left) ->
                row.set(left, FilterOperator.of(comparison), List.of(right));
            case Filter.Between(Operand left, Operand low, Operand high) when isAttribute(left) -> {
                row.set(left, FilterOperator.BETWEEN, List.of(low));
                row.range(low, high);
            }
            case Filter.In(Operand left, List<Operand> options) when isAttribute(left) -> row.set(left, FilterOperator.IN, options);
            case Filter.BeginsWith(Operand left, Operand prefix) when isAttribute(left) ->
                row.set(left, FilterOperator.BEGINS_WITH, List.of(prefix));
            case Filter.Contains(Operand left, Operand part) when isAttribute(left) ->
                row.set(left, FilterOperator.CONTAINS, List.of(part));
            case Filter.Not(Filter.Contains(Operand left, Operand part)) when isAttribute(left) ->
                row.set(left, FilterOperator.NOT_CONTAINS, List.of(part));
            case Filter.Exists(AttributePath path, boolean exists) ->
                row.set(new Operand.Attribute(path), exists ? FilterOperator.EXISTS : FilterOperator.NOT_EXISTS, List.of());
            case Filter.HasType(AttributePath path, ValueType type) -> {
                row.set(new Operand.Attribute(path), FilterOperator.HAS_TYPE, List.of());
                row.value.set(type.name());
            }
            default -> {
                row.operator.set(FilterOperator.EXPRESSION);
                row.value.set(ExpressionPrinter.print(filter));
            }
        }
        return row;
    }

    private static boolean isAttribute(Operand operand) {
        return !(operand instanceof Operand.Literal);
    }

    private void set(Operand left, FilterOperator chosen, List<Operand> values) {
        attribute.set(ExpressionPrinter.print(left));
        operator.set(chosen);
        if (!values.isEmpty()) {
            ValueKind found = chosen == FilterOperator.IN ? ValueKind.ofList(values) : ValueKind.of(values.getFirst());
            kind.set(found);
            value.set(found.text(values));
        }
    }

    private void range(Operand low, Operand high) {
        ValueKind one = ValueKind.of(low);
        ValueKind both = one == ValueKind.of(high) ? one : ValueKind.EXPRESSION;
        kind.set(both);
        value.set(both.text(low));
        upTo.set(both.text(high));
    }
}
