package dev.switchboard.dynamodb.item;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares values as DynamoDB does: 1 and 1.0 are the same number, and a set has no order. */
public final class ItemValues {
    private ItemValues() {}

    /** Returns whether both are equal items, or both are null. */
    public static boolean same(@Nullable Item one, @Nullable Item other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return map(one.attributes()).equals(map(other.attributes()));
    }

    private static Map<String, Object> map(Map<String, AttributeValue> attributes) {
        Map<String, Object> values = new HashMap<>();
        attributes.forEach((name, value) -> values.put(name, of(value)));
        return values;
    }

    private static Object of(AttributeValue value) {
        return switch (value.type()) {
            case N -> new BigDecimal(value.n()).stripTrailingZeros();
            case NS -> new HashSet<>(value.ns().stream().map(number -> new BigDecimal(number).stripTrailingZeros()).toList());
            case SS -> new HashSet<>(value.ss());
            case BS -> new HashSet<>(value.bs());
            case L -> value.l().stream().map(ItemValues::of).toList();
            case M -> map(value.m());
            default -> value;
        };
    }
}
