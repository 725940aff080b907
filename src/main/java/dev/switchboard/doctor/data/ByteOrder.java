package dev.switchboard.doctor.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order in which DynamoDB sorts strings: by the bytes of UTF-8, which is that of the characters as long as all are in the basic plane. */
public final class ByteOrder {
    /** The order. */
    public static final Comparator<String> STRINGS = ByteOrder::compare;

    private ByteOrder() {}

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return a < Character.MIN_SURROGATE && b < Character.MIN_SURROGATE
                        ? Character.compare(a, b)
                        : Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
