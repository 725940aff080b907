package dev.switchboard.dynamodb.backup;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.GzipReader;
import dev.switchboard.file.TrailingBytesException;
import dev.switchboard.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a backup line by line without trusting its content. An overlong line, more lines than the header declares, and missing or damaged
 * bytes end the reading before they exhaust the memory.
 */
final class BackupReader implements AutoCloseable {
    private static final Messages TEXT = Messages.of(BackupReader.class);
    private static final char REPLACEMENT = '\uFFFD';
    // An item has at most 400 KB, and JSON encodes one byte of it in at most six.
    private static final int LONGEST_LINE = 4_000_000;
    private final Path file;
    private final InputStream in;
    private final BackupHeader header;
    private final byte[] block = new byte[1 << 16];
    private int position;
    private int end;
    private long line;

    /** Opens a file and reads its header. */
    BackupReader(Path file) {
        this.file = file;
        try {
            in = GzipReader.open(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("backup_missing", TEXT.get("backup.missing", file), TEXT.get("backup.missing.remedy"), e);
        } catch (IOException e) {
            throw foreign(e);
        }
        try {
            @Nullable String first = next();
            @Nullable BackupHeader read = first == null ? null : BackupHeader.read(first);
            if (read == null) {
                throw foreign(null);
            }
            header = read;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    BackupHeader header() {
        return header;
    }

    /** Returns the next item, or null at the end, which must be at the position that the header declares. */
    @Nullable
    Item item() {
        @Nullable String text = next();
        if (text == null) {
            if (line - 1 != header.items()) {
                throw damaged(TEXT.get("backup.short", header.items(), line - 1), null);
            }
            return null;
        }
        if (line - 1 > header.items()) {
            throw damaged(TEXT.get("backup.long", header.items()), null);
        }
        return parse(text);
    }

    private Item parse(String text) {
        if (!text.startsWith("{\"Item\":") || !text.endsWith("}")) {
            throw damaged(TEXT.get("backup.no-item"), null);
        }
        Item item;
        try {
            item = Item.ofJson(text.substring("{\"Item\":".length(), text.length() - 1));
        } catch (InvalidInputException e) {
            throw damaged(e.sentence(), e);
        }
        for (KeyAttribute key : header.table().keys()) {
            if (!item.type(key.name()).equals(key.type())) {
                throw damaged(TEXT.get("backup.no-key", key.name(), key.type()), null);
            }
        }
        return item;
    }

    private @Nullable String next() {
        try {
            line++;
            if (!fill()) {
                line--;
                return null;
            }
            int start = position;
            while (position < end) {
                if (block[position++] == '\n') {
                    return decode(block, start, position - 1 - start);
                }
            }
            return longer(start);
        } catch (CharacterCodingException e) {
            throw damaged(TEXT.get("backup.not-utf8"), e);
        } catch (TrailingBytesException e) {
            throw damaged(TEXT.get("backup.after"), e);
        } catch (IOException e) {
            throw damaged(TEXT.get("backup.bytes"), e);
        }
    }

    /** Reads the rest of a line that does not end in the block that it begins in. */
    private String longer(int start) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(block, start, end - start);
        while (fill()) {
            int from = position;
            while (position < end && block[position] != '\n') {
                position++;
            }
            text.write(block, from, position - from);
            if (text.size() > LONGEST_LINE) {
                throw damaged(TEXT.get("backup.line-too-long"), null);
            }
            if (position < end) {
                position++;
                break;
            }
        }
        return decode(text.toByteArray(), 0, text.size());
    }

    /** Decodes strictly. The plain way, which replaces what is malformed, is much faster, and tells that it may have. */
    private static String decode(byte[] bytes, int from, int length) throws CharacterCodingException {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
    }

    /** Reads another block where the last one is used up; returns false at the end. */
    private boolean fill() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(block));
        }
        return position < end;
    }

    private InvalidInputException damaged(String what, @Nullable Throwable cause) {
        String sentence = TEXT.get("backup.damaged", file.getFileName(), String.valueOf(Math.max(line, 1)), what);
        return new InvalidInputException("backup_damaged", sentence, TEXT.get("backup.damaged.remedy"), cause);
    }

    private InvalidInputException foreign(@Nullable Throwable cause) {
        return new InvalidInputException("backup_foreign", TEXT.get("backup.foreign", file.getFileName()),
                TEXT.get("backup.foreign.remedy"), cause);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("backup.unreadable", file), TEXT.get("backup.unreadable.remedy"), e);
        }
    }
}
