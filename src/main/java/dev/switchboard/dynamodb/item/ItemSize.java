package dev.switchboard.dynamodb.item;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Estimates the size of an item in bytes, as DynamoDB counts it: names and values. */
public final class ItemSize {
    private static final int WRITE_UNIT = 1024;
    private static final double STRONG_READ_UNIT = 4 * 1024;

    private ItemSize() {}

    public static long of(Item item) {
        return of(item.attributes());
    }

    /** The write capacity units of an item of this size. */
    public static long writeUnits(long bytes) {
        return Math.max(1, (bytes + WRITE_UNIT - 1) / WRITE_UNIT);
    }

    /** The read capacity units of a strongly consistent scan of so many bytes. */
    public static double strongReadUnits(double bytes) {
        return Math.ceil(bytes / STRONG_READ_UNIT);
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
