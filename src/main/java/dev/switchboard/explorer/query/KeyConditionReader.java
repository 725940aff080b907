package dev.switchboard.explorer.query;

import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.ExpressionClauses.Clause;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a condition as the key condition of a query. */
final class KeyConditionReader {
    private static final Messages TEXT = Messages.of(KeyConditionReader.class);
    private final Clause where;

    /** A condition on one attribute. */
    private record Part(String attribute, SortCondition condition) {
        boolean isEquality() {
            return condition instanceof SortCondition.Compare(Comparison comparison, var _) && comparison == Comparison.EQUAL;
        }
    }

    private KeyConditionReader(Clause where) {
        this.where = where;
    }

    static KeyCondition read(Filter filter, @Nullable List<KeyAttribute> keys, Clause where) {
        return new KeyConditionReader(where).read(filter, keys);
    }

    private KeyCondition read(Filter filter, @Nullable List<KeyAttribute> keys) {
        List<Part> parts = (filter instanceof Filter.And(List<Filter> all) ? all : List.of(filter)).stream().map(this::part).toList();
        @Nullable Part partition = parts.stream()
                .filter(part -> part.isEquality() && (keys == null || part.attribute().equals(keys.getFirst().name())))
                .findFirst()
                .orElse(null);
        if (partition == null) {
            throw where.bad(keys == null ? TEXT.get("plan.key.none") : TEXT.get("plan.key.partition", keys.getFirst().name()));
        }
        @Nullable Part sort = parts.stream().filter(part -> !part.equals(partition)).findFirst().orElse(null);
        if (parts.size() > 2) {
            throw where.bad(TEXT.get("plan.key.many"));
        }
        if (keys == null) {
            return condition(partition, sort == null ? null : sort.attribute(), sort);
        }
        return checked(keys, partition, sort);
    }

    private KeyCondition checked(List<KeyAttribute> keys, Part partition, @Nullable Part sort) {
        check(keys.getFirst(), partition);
        @Nullable String sortKey = keys.size() > 1 ? keys.get(1).name() : null;
        if (sort != null) {
            if (!sort.attribute().equals(sortKey)) {
                throw where.bad(sortKey == null
                        ? TEXT.get("plan.key.no-sort")
                        : TEXT.get("plan.key.other", sort.attribute(), sortKey));
            }
            check(keys.get(1), sort);
        }
        return condition(partition, sortKey, sort);
    }

    private static KeyCondition condition(Part partition, @Nullable String sortKey, @Nullable Part sort) {
        SortCondition.Compare equality = (SortCondition.Compare) partition.condition();
        return new KeyCondition(partition.attribute(), equality.value(), sortKey, sort == null ? null : sort.condition());
    }

    private void check(KeyAttribute key, Part part) {
        List<TypedValue> values = switch (part.condition()) {
            case SortCondition.Compare(var _, TypedValue value) -> List.of(value);
            case SortCondition.Between(TypedValue low, TypedValue high) -> List.of(low, high);
            case SortCondition.BeginsWith(TypedValue prefix) -> List.of(prefix);
        };
        if (!values.stream().allMatch(value -> value.type().name().equals(key.type()))) {
            throw where.bad(TEXT.get("plan.key.type", key.name(), key.type()));
        }
    }

    private Part part(Filter filter) {
        return switch (filter) {
            case Filter.Compare(Operand.Attribute left, Comparison comparison, Operand.Literal(TypedValue value)) when comparison
                    != Comparison.NOT_EQUAL ->
                new Part(name(left), new SortCondition.Compare(comparison, value));
            case Filter.Compare(Operand.Literal(TypedValue value), Comparison comparison, Operand.Attribute right) when comparison
                    != Comparison.NOT_EQUAL ->
                new Part(name(right), new SortCondition.Compare(comparison.mirrored(), value));
            case Filter.Between(Operand.Attribute value, Operand.Literal(TypedValue low), Operand.Literal(TypedValue high)) ->
                new Part(name(value), new SortCondition.Between(low, high));
            case Filter.BeginsWith(Operand.Attribute value, Operand.Literal(TypedValue prefix)) ->
                new Part(name(value), new SortCondition.BeginsWith(prefix));
            default -> throw where.bad(TEXT.get("plan.key.operator"));
        };
    }

    private String name(Operand.Attribute operand) {
        if (!operand.path().isAttribute()) {
            throw where.bad(TEXT.get("plan.key.operator"));
        }
        return Objects.requireNonNull(operand.path().attribute());
    }
}
