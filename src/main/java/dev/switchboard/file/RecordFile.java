package dev.switchboard.file;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Records in a temporary file, appended one after another and then read in the same order, any number of times. Not thread-safe while it is
 * written.
 */
public final class RecordFile<T> implements AutoCloseable {
    private static final Messages TEXT = Messages.of(RecordFile.class);
    private static final int BUFFER = 1 << 16;
    private final Path path;
    private final RecordCodec<T> codec;
    private @Nullable DataOutputStream out;
    private long count;

    /** @param path a file that does not exist yet; it is created with the first record */
    public RecordFile(Path path, RecordCodec<T> codec) {
        this.path = path;
        this.codec = codec;
    }

    /** The number of records. */
    public long count() {
        return count;
    }

    /**
     * Appends a record.
     *
     * @throws OperationFailedException if the file cannot be written
     */
    public void append(T record) {
        try {
            if (out == null) {
                PrivateFiles.create(path);
                out = new DataOutputStream(new BufferedOutputStream(PrivateFiles.overwrite(path), BUFFER));
            }
            codec.write(record, out);
            count++;
        } catch (IOException e) {
            throw new OperationFailedException(
                    TEXT.get("record.write", path, String.valueOf(e.getMessage())), TEXT.get("record.write.remedy"), e);
        }
    }

    /** Writes what is buffered. */
    void flush() {
        try {
            if (out != null) {
                out.flush();
            }
        } catch (IOException e) {
            throw new OperationFailedException(
                    TEXT.get("record.write", path, String.valueOf(e.getMessage())), TEXT.get("record.write.remedy"), e);
        }
    }

    /** Opens a reader of the records that were appended so far, which the caller closes. */
    public Reader open() {
        flush();
        return new Reader();
    }

    /** Closes and deletes the file. */
    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            // What could not be flushed is deleted anyway.
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    /** Reads the records once. */
    public final class Reader implements AutoCloseable {
        private final @Nullable DataInputStream in;
        private long left = count;

        private Reader() {
            in = left == 0 ? null : input();
        }

        private DataInputStream input() {
            try {
                return new DataInputStream(new BufferedInputStream(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS), BUFFER));
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        /** Returns the next record; null after the last. */
        public @Nullable T next() {
            if (left == 0 || in == null) {
                return null;
            }
            try {
                left--;
                return codec.read(in);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private OperationFailedException unreadable(IOException thrown) {
            return new OperationFailedException(
                    TEXT.get("record.read", path, String.valueOf(thrown.getMessage())), TEXT.get("record.read.remedy"), thrown);
        }

        @Override
        public void close() {
            try {
                if (in != null) {
                    in.close();
                }
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }
}
