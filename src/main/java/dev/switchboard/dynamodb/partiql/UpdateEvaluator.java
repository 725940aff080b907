package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.AttributePath.Element;
import dev.switchboard.dynamodb.expression.AttributePath.Member;
import dev.switchboard.dynamodb.expression.AttributePath.Step;
import dev.switchboard.dynamodb.value.SetElements;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the item that an UPDATE leaves, which is recorded before the statement runs. All operands are of the item before it. */
final class UpdateEvaluator {
    private static final Messages TEXT = Messages.of(UpdateEvaluator.class);
    private final TypedValue.Members before;

    private UpdateEvaluator(TypedValue.Members before) {
        this.before = before;
    }

    /**
     * Returns the item after an update.
     *
     * @throws InvalidInputException if a path or an operand does not fit the item, which DynamoDB would refuse too
     */
    static TypedValue.Members apply(WriteStatement.Update update, TypedValue.Members before) {
        UpdateEvaluator evaluator = new UpdateEvaluator(before);
        TypedValue item = before;
        for (UpdateOperand.Assignment assignment : update.assignments()) {
            @Nullable TypedValue value = evaluator.value(assignment.operand());
            item = value == null
                    ? removed(item, steps(assignment.path()), 0)
                    : set(item, steps(assignment.path()), 0, value, assignment.path());
        }
        // The last elements of a list first, so that the places of the others stay.
        for (AttributePath path : update.removals().stream().sorted(UpdateEvaluator::lastFirst).toList()) {
            item = removed(item, steps(path), 0);
        }
        return (TypedValue.Members) item;
    }

    private static List<Step> steps(AttributePath path) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Member(path.attribute()));
        steps.addAll(path.steps());
        return steps;
    }

    private static int lastFirst(AttributePath one, AttributePath other) {
        List<Step> left = steps(one);
        List<Step> right = steps(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i) instanceof Element(int a) && right.get(i) instanceof Element(int b)
                    ? Integer.compare(b, a)
                    : left.get(i).toString().compareTo(right.get(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(right.size(), left.size());
    }

    /** Returns the value of an operand; null for a set that has no elements left, which removes the attribute. */
    private @Nullable TypedValue value(UpdateOperand operand) {
        return switch (operand) {
            case UpdateOperand.Value(TypedValue value) -> value;
            case UpdateOperand.Path(AttributePath path) -> {
                @Nullable TypedValue value = get(path);
                if (value == null) {
                    throw unfit(path);
                }
                yield value;
            }
            case UpdateOperand.Sum(UpdateOperand left, UpdateOperand right, boolean minus) -> {
                BigDecimal one = number(left);
                BigDecimal other = number(right);
                BigDecimal sum = minus ? one.subtract(other) : one.add(other);
                yield new TypedValue.Digits(sum.stripTrailingZeros().toPlainString());
            }
            case UpdateOperand.Function(String name, UpdateOperand left, UpdateOperand right) -> function(name, left, right);
        };
    }

    private BigDecimal number(UpdateOperand operand) {
        if (value(operand) instanceof TypedValue.Digits(String digits) && digits.length() < 400) {
            return new BigDecimal(digits);
        }
        throw unfit(operand);
    }

    private @Nullable TypedValue function(String name, UpdateOperand left, UpdateOperand right) {
        if (name.equals("list_append")) {
            if (value(left) instanceof TypedValue.Elements(List<TypedValue> first)
                    && value(right) instanceof TypedValue.Elements(List<TypedValue> second)) {
                List<TypedValue> all = new ArrayList<>(first);
                all.addAll(second);
                return new TypedValue.Elements(all);
            }
            throw unfit(left);
        }
        @Nullable TypedValue set = left instanceof UpdateOperand.Path(AttributePath path) ? get(path) : value(left);
        @Nullable TypedValue elements = value(right);
        if (elements == null) {
            throw unfit(right);
        }
        boolean add = name.equals("set_add");
        return set == null ? (add ? elements : null) : combined(set, elements, add, left);
    }

    private static @Nullable TypedValue combined(TypedValue set, TypedValue elements, boolean add, UpdateOperand what) {
        boolean sets = switch (set.type()) {
            case SS, NS, BS -> set.type() == elements.type();
            default -> false;
        };
        if (!sets) {
            throw unfit(what);
        }
        List<TypedValue> combined = new ArrayList<>(SetElements.of(set));
        for (TypedValue element : SetElements.of(elements)) {
            combined.removeIf(present -> TypedValue.same(present, element));
            if (add) {
                combined.add(element);
            }
        }
        return combined.isEmpty() ? null : SetElements.of(set.type(), combined);
    }

    private @Nullable TypedValue get(AttributePath path) {
        @Nullable TypedValue value = before;
        for (Step step : steps(path)) {
            value = switch (step) {
                case Member(String name) -> value instanceof TypedValue.Members(Map<String, TypedValue> values) ? values.get(name) : null;
                case Element(int index) ->
                    value instanceof TypedValue.Elements(List<TypedValue> values) && index < values.size() ? values.get(index) : null;
            };
        }
        return value;
    }

    private static TypedValue set(TypedValue into, List<Step> steps, int at, TypedValue value, AttributePath path) {
        boolean last = at == steps.size() - 1;
        return switch (steps.get(at)) {
            case Member(String name) when into instanceof TypedValue.Members(Map<String, TypedValue> former) -> {
                Map<String, TypedValue> values = new LinkedHashMap<>(former);
                @Nullable TypedValue inner = former.get(name);
                if (!last && inner == null) {
                    throw unfit(path);
                }
                values.put(name, last || inner == null ? value : set(inner, steps, at + 1, value, path));
                yield new TypedValue.Members(values);
            }
            case Element(int index) when into instanceof TypedValue.Elements(List<TypedValue> former) -> {
                List<TypedValue> values = new ArrayList<>(former);
                if (!last && index >= former.size()) {
                    throw unfit(path);
                }
                if (index >= former.size()) {
                    values.add(value);
                } else {
                    values.set(index, last ? value : set(former.get(index), steps, at + 1, value, path));
                }
                yield new TypedValue.Elements(values);
            }
            default -> throw unfit(path);
        };
    }

    private static TypedValue removed(TypedValue from, List<Step> steps, int at) {
        boolean last = at == steps.size() - 1;
        return switch (steps.get(at)) {
            case Member(String name) when from instanceof TypedValue.Members(Map<String, TypedValue> former)
                    && former.containsKey(name) -> {
                Map<String, TypedValue> values = new LinkedHashMap<>(former);
                @Nullable TypedValue inner = values.remove(name);
                if (!last && inner != null) {
                    values.put(name, removed(inner, steps, at + 1));
                }
                yield new TypedValue.Members(values);
            }
            case Element(int index) when from instanceof TypedValue.Elements(List<TypedValue> former) && index < former.size() -> {
                List<TypedValue> values = new ArrayList<>(former);
                TypedValue inner = values.remove(index);
                if (!last) {
                    values.add(index, removed(inner, steps, at + 1));
                }
                yield new TypedValue.Elements(values);
            }
            default -> from;
        };
    }

    private static InvalidInputException unfit(Object what) {
        String name = switch (what) {
            case UpdateOperand.Path(AttributePath path) -> path.toString();
            case AttributePath path -> path.toString();
            default -> TEXT.get("partiql.operand");
        };
        return new InvalidInputException("partiql_operand", TEXT.get("partiql.unfit", name), TEXT.get("partiql.unfit.remedy"));
    }
}
