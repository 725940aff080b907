package dev.switchboard.dynamodb.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value of an attribute. Immutable; numbers keep the digits that are stored. */
public sealed interface TypedValue {
    /** The type of the value. */
    ValueType type();

    /** A string, which may be empty. */
    record Text(String text) implements TypedValue {
        @Override
        public ValueType type() {
            return ValueType.S;
        }
    }

    /** A number as text, because it can have 38 digits. */
    record Digits(String digits) implements TypedValue {
        @Override
        public ValueType type() {
            return ValueType.N;
        }
    }

    /** A binary value, which may be empty. */
    record Binary(ByteString bytes) implements TypedValue {
        @Override
        public ValueType type() {
            return ValueType.B;
        }
    }

    /** True or false. */
    record Truth(boolean value) implements TypedValue {
        @Override
        public ValueType type() {
            return ValueType.BOOL;
        }
    }

    /** The value null, which is not a missing attribute. */
    record Nothing() implements TypedValue {
        @Override
        public ValueType type() {
            return ValueType.NULL;
        }
    }

    /** A set of strings in the order in which they were read. */
    record TextSet(List<String> texts) implements TypedValue {
        public TextSet {
            texts = List.copyOf(texts);
        }

        @Override
        public ValueType type() {
            return ValueType.SS;
        }
    }

    /** A set of numbers as texts. */
    record DigitsSet(List<String> digits) implements TypedValue {
        public DigitsSet {
            digits = List.copyOf(digits);
        }

        @Override
        public ValueType type() {
            return ValueType.NS;
        }
    }

    /** A set of binary values. */
    record BinarySet(List<ByteString> values) implements TypedValue {
        public BinarySet {
            values = List.copyOf(values);
        }

        @Override
        public ValueType type() {
            return ValueType.BS;
        }
    }

    /** A list, whose elements may have different types. */
    record Elements(List<TypedValue> values) implements TypedValue {
        public Elements {
            values = List.copyOf(values);
        }

        @Override
        public ValueType type() {
            return ValueType.L;
        }
    }

    /** A map in the order in which its members were read; also the attributes of an item. */
    record Members(Map<String, TypedValue> values) implements TypedValue {
        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public ValueType type() {
            return ValueType.M;
        }
    }

    /**
     * Whether two values are equal as DynamoDB compares them: 1 and 1.0 are the same number, and a set has no order.
     *
     * @param one a value whose numbers are valid
     */
    static boolean same(TypedValue one, TypedValue other) {
        return comparable(one).equals(comparable(other));
    }

    private static Object comparable(TypedValue value) {
        return switch (value) {
            case Digits(String digits) -> List.of(ValueType.N, number(digits));
            case DigitsSet(List<String> digits) -> List.of(ValueType.NS, new HashSet<>(digits.stream().map(TypedValue::number).toList()));
            case TextSet(List<String> texts) -> List.of(ValueType.SS, new HashSet<>(texts));
            case BinarySet(List<ByteString> values) -> List.of(ValueType.BS, new HashSet<>(values));
            case Elements(List<TypedValue> values) -> values.stream().map(TypedValue::comparable).toList();
            case Members(Map<String, TypedValue> values) -> {
                Map<String, Object> members = new LinkedHashMap<>();
                values.forEach((name, member) -> members.put(name, comparable(member)));
                yield members;
            }
            default -> value;
        };
    }

    private static Object number(String digits) {
        try {
            return new BigDecimal(digits).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return digits;
        }
    }
}
