package dev.switchboard.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly: invalid bytes are an error and are not replaced, because the text ends up in a database. */
public final class Utf8 {
    /** The bytes are not valid UTF-8. */
    public static final class InvalidUtf8Exception extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        InvalidUtf8Exception(int line) {
            super("invalid UTF-8 at line " + line);
            this.line = line;
        }

        /** The line number of the invalid bytes, from 1. */
        public int line() {
            return line;
        }
    }

    private Utf8() {}

    /**
     * Decodes the bytes.
     *
     * @throws InvalidUtf8Exception if they are not valid UTF-8
     */
    public static String decode(byte[] bytes) throws InvalidUtf8Exception {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            throw new InvalidUtf8Exception(1 + lineEnds(bytes, in.position()));
        }
        return out.flip().toString();
    }

    private static int lineEnds(byte[] bytes, int end) {
        int ends = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                ends++;
            }
        }
        return ends;
    }
}
