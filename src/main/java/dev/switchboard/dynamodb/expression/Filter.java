package dev.switchboard.dynamodb.expression;

import dev.switchboard.dynamodb.value.ValueType;
import java.util.List;

/** A condition on an item, as a tree: groups and the comparisons and functions of DynamoDB. Immutable. */
public sealed interface Filter {
    /** All of at least one condition. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = atLeastOne(parts);
        }
    }

    /** One or more of at least one condition. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = atLeastOne(parts);
        }
    }

    /** The opposite of a condition. */
    record Not(Filter part) implements Filter {}

    /** A comparison of two operands. */
    record Compare(Operand left, Comparison comparison, Operand right) implements Filter {}

    /** Whether a value is between two others, both inclusive. */
    record Between(Operand value, Operand low, Operand high) implements Filter {}

    /** Whether a value is one of 1 to 100 others. */
    record In(Operand value, List<Operand> options) implements Filter {
        public In {
            options = atLeastOne(options);
        }
    }

    /** Whether a string or binary value has a prefix. */
    record BeginsWith(Operand value, Operand prefix) implements Filter {}

    /** Whether a string contains another, or a set or list contains an element. */
    record Contains(Operand value, Operand part) implements Filter {}

    /** Whether there is a value at a path, which can be null; or, if not exists, whether there is none. */
    record Exists(AttributePath path, boolean exists) implements Filter {}

    /** Whether the value at a path has a type. */
    record HasType(AttributePath path, ValueType type) implements Filter {}

    private static <T> List<T> atLeastOne(List<T> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a condition without parts");
        }
        return List.copyOf(parts);
    }
}
