package dev.switchboard.dynamodb.value;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An immutable binary value. */
public final class ByteString {
    /** No bytes. */
    public static final ByteString EMPTY = new ByteString(new byte[0]);

    private final byte[] bytes;

    private ByteString(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Creates a value from a copy of these bytes. */
    public static ByteString of(byte[] bytes) {
        return new ByteString(bytes.clone());
    }

    /**
     * Decodes Base64 or, with {@link #ofHex}, hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text is not valid Base64
     */
    public static ByteString ofBase64(String text) {
        return new ByteString(Base64.getDecoder().decode(text));
    }

    /**
     * Decodes hexadecimal digits, two for each byte, in upper or lower case.
     *
     * @throws IllegalArgumentException if the text is not valid
     */
    public static ByteString ofHex(String text) {
        return new ByteString(HexFormat.of().parseHex(text));
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** The bytes as Base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes as hexadecimal digits in lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByteString value && Arrays.equals(bytes, value.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size, because the bytes themselves are no text. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
