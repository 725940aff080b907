package dev.switchboard.postgres.dump;

import dev.switchboard.file.GzipReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a gzip file as bytes with their line feeds. A carriage return is part of the line. */
final class DumpLineReader implements AutoCloseable {
    /** The maximum length of a line. A longer row would not fit in the memory of most clients either. */
    private static final int LONGEST = 256_000_000;

    private final InputStream in;
    private long number;

    DumpLineReader(Path file) throws IOException {
        in = new BufferedInputStream(GzipReader.open(file), 1 << 16);
    }

    /** Returns the number of the last line that was read, from 1. */
    long number() {
        return number;
    }

    /** Returns the next line, or null after the last. */
    byte @Nullable [] next() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (octet >= 0) {
            line.write(octet);
            if (octet == '\n') {
                break;
            }
            if (line.size() > LONGEST) {
                throw new IOException("the line is longer than " + LONGEST + " bytes");
            }
            octet = in.read();
        }
        return line.toByteArray();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
