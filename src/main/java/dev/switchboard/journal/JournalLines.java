package dev.switchboard.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a journal file as bytes, one at a time. Only a line feed ends a line, because the writer writes no other. */
final class JournalLines implements AutoCloseable {
    private final InputStream input;
    private final byte[] chunk = new byte[1 << 16];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long number;

    JournalLines(Path file) throws IOException {
        input = Files.newInputStream(file);
    }

    /** Returns the next line; null at the end of the file. */
    @Nullable
    JournalLine next() throws IOException {
        while (true) {
            int end = position;
            while (end < limit && chunk[end] != '\n') {
                end++;
            }
            begun.write(chunk, position, end - position);
            if (end < limit) {
                position = end + 1;
                return take();
            }
            position = 0;
            limit = input.read(chunk);
            if (limit < 0) {
                limit = 0;
                return begun.size() == 0 ? null : take();
            }
        }
    }

    private JournalLine take() {
        byte[] line = begun.toByteArray();
        begun.reset();
        number++;
        return new JournalLine(line, number);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
