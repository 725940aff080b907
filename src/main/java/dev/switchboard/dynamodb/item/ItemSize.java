package dev.switchboard.dynamodb.item;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Estimates the size of an item in bytes, as DynamoDB counts it: names and values. */
public final class ItemSize {
    private ItemSize() {}

    public static long of(Item item) {
        return of(item.attributes());
    }

    private static long of(Map<String, AttributeValue> attributes) {
        long bytes = 3;
        for (Map.Entry<String, AttributeValue> entry : attributes.entrySet()) {
            bytes += utf8(entry.getKey()) + of(entry.getValue());
        }
        return bytes;
    }

    private static long of(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> value.n().length();
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case SS -> value.ss().stream().mapToLong(ItemSize::utf8).sum();
            case NS -> value.ns().stream().mapToLong(String::length).sum();
            case BS -> value.bs().stream().mapToLong(bytes -> bytes.asByteArrayUnsafe().length).sum();
            case L -> 3 + value.l().stream().mapToLong(inner -> 1 + of(inner)).sum();
            case M -> of(value.m());
            case UNKNOWN_TO_SDK_VERSION -> 0;
        };
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
