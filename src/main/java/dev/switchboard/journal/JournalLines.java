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
    private long end;

    /** Reads the lines of a day, compressed or not; none if there is no file. */
    JournalLines(Path file) throws IOException {
        input = PackedJournal.open(file);
    }

    /**
     * Reads the end of a file that is not compressed.
     *
     * @param from where a line begins, in bytes
     */
    JournalLines(Path file, long from) throws IOException {
        input = Files.newInputStream(file);
        try {
            input.skipNBytes(from);
        } catch (IOException e) {
            input.close();
            throw e;
        }
        end = from;
    }

    /** Returns the next line that ends with a line feed; null if no more do, because the last one is still being written. */
    @Nullable
    JournalLine nextWhole() throws IOException {
        long before = end;
        @Nullable JournalLine line = next();
        return end > before ? line : null;
    }

    /** Where the last line ends that has a line feed, in bytes. */
    long end() {
        return end;
    }

    /** Returns the next line; null at the end of the file. */
    @Nullable
    JournalLine next() throws IOException {
        while (true) {
            int feed = position;
            while (feed < limit && chunk[feed] != '\n') {
                feed++;
            }
            begun.write(chunk, position, feed - position);
            if (feed < limit) {
                position = feed + 1;
                end += begun.size() + 1L;
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
