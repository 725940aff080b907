package dev.switchboard.cli.terminal;

import dev.switchboard.text.TerminalText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or standard error. Everything that the program prints passes it, and it replaces every control character but line feeds
 * and tabs. Formatters put a value on one line first; this filter also covers those that forget. After the first failure nothing more is
 * written, because a part would be missing before it.
 */
public final class TerminalStream extends PrintStream {
    private static final String CLEAR_LINE = "\r\u001B[K";
    private static final String BOLD = "\u001B[1m";
    private static final String USUAL = "\u001B[0m";
    private final Filter filter;

    private TerminalStream(Filter filter, Charset charset) {
        super(filter, false, charset);
        this.filter = filter;
    }

    /** Wraps a stream; returns it unchanged if it is already wrapped. */
    public static TerminalStream of(PrintStream stream) {
        return stream instanceof TerminalStream wrapped
                ? wrapped
                : new TerminalStream(new Filter(new CheckedTarget(stream), stream.charset()), stream.charset());
    }

    /** Writes to a stream of bytes, whose first failure {@link #failure()} returns. */
    public static TerminalStream to(OutputStream target, Charset charset) {
        return new TerminalStream(new Filter(target, charset), charset);
    }

    /** Returns the first failure of a write or a flush; null if everything was written so far. Flush first to know about the last write. */
    public @Nullable IOException failure() {
        return filter.failure;
    }

    /** Overwrites the current line of the terminal, with the only control characters that this program itself prints. */
    synchronized void replaceLine(String line) {
        flush();
        filter.printUnfiltered(CLEAR_LINE);
        print(line);
        flush();
    }

    /** Prints a line in bold type, on a terminal. */
    public synchronized void printlnBold(String line) {
        flush();
        filter.printUnfiltered(BOLD);
        print(line);
        flush();
        filter.printUnfiltered(USUAL);
        println();
    }

    /** Reports the failures that a {@link PrintStream} keeps to itself, when it is flushed. */
    private static final class CheckedTarget extends FilterOutputStream {
        private final PrintStream target;

        CheckedTarget(PrintStream target) {
            super(target);
            this.target = target;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            target.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            if (target.checkError()) {
                throw new IOException("the output is closed");
            }
        }
    }

    /** Decodes the bytes, replaces characters, and encodes them again. Plain ASCII passes unchanged. */
    private static final class Filter extends FilterOutputStream {
        private static final int ROOM = 8192;
        private final OutputStream target;
        private final Charset charset;
        private final CharsetDecoder decoder;
        private final boolean carriageReturns = System.lineSeparator().startsWith("\r");
        /** The bytes of a character whose end is not written yet. */
        private ByteBuffer pending = ByteBuffer.allocate(0);
        private volatile @Nullable IOException failure;

        Filter(OutputStream target, Charset charset) {
            super(target);
            this.target = target;
            this.charset = charset;
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
        }

        void printUnfiltered(String text) {
            byte[] encoded = text.getBytes(charset);
            try {
                send(encoded, 0, encoded.length);
            } catch (IOException e) {
                // kept in failure
            }
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!pending.hasRemaining() && isPlain(bytes, offset, length)) {
                send(bytes, offset, length);
                return;
            }
            ByteBuffer in = ByteBuffer.allocate(pending.remaining() + length).put(pending).put(bytes, offset, length).flip();
            CharBuffer out = CharBuffer.allocate(ROOM);
            boolean more = true;
            while (more) {
                more = decoder.decode(in, out, false).isOverflow();
                write(out.flip().toString());
                out.clear();
            }
            pending = in;
        }

        private void write(String text) throws IOException {
            String safe = TerminalText.lines(carriageReturns ? text.replace("\r\n", "\n") : text);
            byte[] encoded = (carriageReturns ? safe.replace("\n", "\r\n") : safe).getBytes(charset);
            send(encoded, 0, encoded.length);
        }

        private static boolean isPlain(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if ((bytes[i] < ' ' || bytes[i] == 0x7F) && bytes[i] != '\n' && bytes[i] != '\t') {
                    return false;
                }
            }
            return true;
        }

        private void send(byte[] bytes, int offset, int length) throws IOException {
            checked(() -> target.write(bytes, offset, length));
        }

        @Override
        public void flush() throws IOException {
            checked(target::flush);
        }

        private void checked(OutputAction action) throws IOException {
            IOException earlier = failure;
            if (earlier != null) {
                throw earlier;
            }
            try {
                action.run();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            target.close();
        }
    }

    /** A write or a flush. */
    private interface OutputAction {
        void run() throws IOException;
    }
}
