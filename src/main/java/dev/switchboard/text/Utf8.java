package dev.switchboard.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Text files as people write them: UTF-8 or nothing, because a sign that is guessed at ends in a database. */
public final class Utf8 {
    /** Bytes that are no UTF-8. */
    public static final class NotUtf8 extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        NotUtf8(int line) {
            super("no UTF-8 at line " + line);
            this.line = line;
        }

        /** The line that cannot be read, from 1. */
        public int line() {
            return line;
        }
    }

    private Utf8() {}

    /**
     * The text of these bytes.
     *
     * @throws NotUtf8 where they are another encoding, or no text at all
     */
    public static String decode(byte[] bytes) throws NotUtf8 {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            throw new NotUtf8(1 + lineEnds(bytes, in.position()));
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
