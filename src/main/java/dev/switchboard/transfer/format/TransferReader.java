package dev.switchboard.transfer.format;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.file.GzipReader;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one file or of the files of an export one by one, compressed or not. A record that is not an item is returned with the
 * reason; a file that cannot be read to its end is an error. Not thread-safe.
 */
public final class TransferReader implements AutoCloseable {
    /** An item has at most 400 KB, and JSON encodes one byte of it in at most six. */
    static final int LONGEST = 4_000_000;

    private static final Messages TEXT = Messages.of(TransferReader.class);
    private static final int MAGIC = 0x1F8B;
    private final TransferSource source;
    private final TransferFormat format;
    private final KeyTypes keys;
    private int file = -1;
    private @Nullable Reader in;
    private @Nullable RecordParser parser;
    private long number;

    private TransferReader(TransferSource source, TransferFormat format, KeyTypes keys) {
        this.source = source;
        this.format = format;
        this.keys = keys;
    }

    /**
     * Opens files.
     *
     * @param keys the key attributes of the table, which decide how a text without a type is read
     * @throws InvalidInputException if they cannot be read
     */
    public static TransferReader open(TransferSource source, TransferFormat format, KeyTypes keys) {
        return new TransferReader(source, format, keys);
    }

    /**
     * Returns the next record; null at the end.
     *
     * @throws InvalidInputException if the file is damaged, is not UTF-8, or ends too early
     */
    public @Nullable TransferRecord next() {
        while (true) {
            try {
                RecordParser now = parser;
                @Nullable TransferRecord next = now == null ? null : now.next(number + 1);
                if (next != null) {
                    number = next.number();
                    return next;
                }
                if (!open()) {
                    checkCount();
                    return null;
                }
            } catch (CharacterCodingException e) {
                throw damaged(TEXT.get("read.not-utf8"), e);
            } catch (NoSuchFileException e) {
                throw new InvalidInputException(
                        "transfer_missing", TEXT.get("read.missing", path()), TEXT.get("read.missing.remedy"), e);
            } catch (IOException e) {
                throw damaged(TEXT.get("read.bytes"), e);
            }
        }
    }

    private boolean open() throws IOException {
        close();
        parser = null;
        if (file + 1 >= source.files().size()) {
            return false;
        }
        file++;
        Reader opened = new BufferedReader(
                new InputStreamReader(bytes(path()), StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        in = opened;
        skipMark(opened);
        String prefix = source.files().size() > 1 ? path().getFileName() + ", " : "";
        parser = switch (format) {
            case DYNAMODB_JSON, JSON -> new JsonLineParser(opened, prefix, format, keys);
            case CSV -> CsvParser.open(opened, prefix, keys);
        };
        return true;
    }

    private static void skipMark(Reader in) throws IOException {
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
    }

    /** Opens a file, which is unpacked if it is compressed. */
    static InputStream bytes(Path file) throws IOException {
        try (InputStream beginning = RegularFiles.open(file)) {
            byte[] magic = beginning.readNBytes(2);
            if (magic.length < 2 || (((magic[0] & 0xFF) << 8) | (magic[1] & 0xFF)) != MAGIC) {
                return RegularFiles.open(file);
            }
        }
        return GzipReader.open(file);
    }

    private void checkCount() {
        if (source.items() >= 0 && source.items() != number) {
            throw new InvalidInputException(
                    "transfer_miscounted", TEXT.get("read.miscounted", source.items(), number), TEXT.get("read.damaged.remedy"));
        }
    }

    private Path path() {
        List<Path> files = source.files();
        return files.get(Math.clamp(file, 0, files.size() - 1));
    }

    private InvalidInputException damaged(String what, Throwable cause) {
        return new InvalidInputException(
                "transfer_damaged", TEXT.get("read.damaged", path().getFileName(), number + 1, what), TEXT.get("read.damaged.remedy"),
                cause);
    }

    @Override
    public void close() {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
