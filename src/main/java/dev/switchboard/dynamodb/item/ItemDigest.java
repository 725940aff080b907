package dev.switchboard.dynamodb.item;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The digests of an item's key and of its content, 128 bits of SHA-256 each. Items that are equal as {@link ItemValues} compares them have
 * equal digests: the order of attributes and of the elements of a set does not matter, and 1 is 1.0. The journal keeps digests of contents, so
 * that how they are computed must not change.
 */
public record ItemDigest(long key1, long key2, long content1, long content2) {
    /** Computes the digests of an item with the given key attributes. */
    public static ItemDigest of(Item item, List<String> keys) {
        ByteBuffer key = digest(item.only(keys).attributes());
        ByteBuffer content = digest(item.attributes());
        return new ItemDigest(key.getLong(), key.getLong(), content.getLong(), content.getLong());
    }

    /** Computes the digest of an item's content, in hexadecimal digits. */
    public static String content(Item item) {
        ByteBuffer content = digest(item.attributes());
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(content.getLong()) + hex.toHexDigits(content.getLong());
    }

    /** Computes 64 bits of the digest of a text. */
    public static long of(String text) {
        return digest(Map.of(text, AttributeValue.fromBool(true))).getLong();
    }

    /** The digest of a key whose item was deleted: no item has content like that. */
    public ItemDigest deleted() {
        return new ItemDigest(key1, key2, 0, 0);
    }

    private static ByteBuffer digest(Map<String, AttributeValue> attributes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            map(sha, attributes);
            return ByteBuffer.wrap(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void map(MessageDigest sha, Map<String, AttributeValue> map) {
        sized(sha, 'M', map.size());
        new TreeMap<>(map).forEach((name, value) -> {
            text(sha, 'K', name);
            value(sha, value);
        });
    }

    private static void value(MessageDigest sha, AttributeValue value) {
        switch (value.type()) {
            case S -> text(sha, 'S', value.s());
            case N -> text(sha, 'N', number(value.n()));
            case B -> bytes(sha, 'B', value.b());
            case BOOL -> sized(sha, 'T', value.bool() ? 1 : 0);
            case NUL -> sized(sha, '0', 0);
            case M -> map(sha, value.m());
            case L -> all(sha, 'L', value.l(), each -> value(sha, each));
            case SS -> all(sha, 's', value.ss().stream().sorted().toList(), each -> text(sha, 'S', each));
            case NS -> all(sha, 'n', value.ns().stream().map(ItemDigest::number).sorted().toList(), each -> text(sha, 'N', each));
            case BS -> all(
                    sha, 'b', value.bs().stream().sorted(Comparator.comparing(SdkBytes::asByteBuffer)).toList(),
                    each -> bytes(sha, 'B', each));
            case UNKNOWN_TO_SDK_VERSION -> text(sha, '?', value.toString());
        }
    }

    private static String number(String text) {
        return new BigDecimal(text).stripTrailingZeros().toString();
    }

    private static <T> void all(MessageDigest sha, char type, List<T> elements, Consumer<T> each) {
        sized(sha, type, elements.size());
        elements.forEach(each);
    }

    private static void text(MessageDigest sha, char type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sized(sha, type, bytes.length);
        sha.update(bytes);
    }

    private static void bytes(MessageDigest sha, char type, SdkBytes value) {
        byte[] bytes = value.asByteArrayUnsafe();
        sized(sha, type, bytes.length);
        sha.update(bytes);
    }

    /** The type and length before a value keep two different items from having the same bytes. */
    private static void sized(MessageDigest sha, char type, int size) {
        sha.update(ByteBuffer.allocate(6).putChar(type).putInt(size).flip());
    }
}
