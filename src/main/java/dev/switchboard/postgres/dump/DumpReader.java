package dev.switchboard.postgres.dump;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a database backup part by part without trusting its content: every line is bounded, and the end must be where it belongs. */
public final class DumpReader implements AutoCloseable {
    private static final Messages TEXT = Messages.of(DumpReader.class);
    private final Path file;
    private final DumpLineReader lines;
    private final DumpHeader header;
    private boolean inRows;
    private long rows;
    private int tables;
    private byte @Nullable [] ahead;

    private DumpReader(Path file) throws IOException {
        this.file = file;
        lines = new DumpLineReader(file);
        byte @Nullable [] first = lines.next();
        @Nullable DumpHeader read = first == null ? null : DumpHeader.read(text(first).stripTrailing());
        if (read == null) {
            lines.close();
            throw foreign(file, null);
        }
        header = read;
    }

    /** Opens a backup and reads its header. */
    static DumpReader open(Path file) {
        try {
            return new DumpReader(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("backup_missing", TEXT.get("dump.missing", file), TEXT.get("dump.missing.remedy"), e);
        } catch (IOException e) {
            throw foreign(file, e);
        }
    }

    /** Reads the header of a backup. */
    static DatabaseBackup describe(Path file) {
        try (DumpReader reading = open(file)) {
            DumpHeader header = reading.header;
            return new DatabaseBackup(file, header.database(), header.tables(), header.rows(), header.instant(), Files.size(file), null);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("dump.unreadable", file), TEXT.get("dump.unreadable.remedy"), e);
        }
    }

    /**
     * Verifies a backup by reading it to the end.
     *
     * @throws InvalidInputException if it is damaged or incomplete, with the line
     */
    public static DatabaseBackup verified(Path file, Progress progress) {
        try (DumpReader reading = open(file)) {
            for (DumpPart part = reading.next(); part != null; part = reading.next()) {
                progress.stopIfCancelled();
            }
        }
        return describe(file);
    }

    /** Returns what belongs to the database itself; null in a file of an earlier version. */
    @Nullable
    DatabaseProperties properties() {
        return header.properties();
    }

    /** Returns the next part, or null at the end. Unread rows are skipped. */
    @Nullable
    DumpPart next() {
        try {
            while (inRows) {
                row();
            }
            byte @Nullable [] line = ahead == null ? lines.next() : ahead;
            ahead = null;
            String kind = line == null ? "" : text(line).stripTrailing();
            if (line == null || !kind.startsWith(header.mark())) {
                throw damaged(TEXT.get("dump.no-part"), null);
            }
            return switch (kind.substring(header.mark().length())) {
                case DumpOutput.STATEMENT -> new DumpPart.Statement(statement());
                case DumpOutput.PRIVILEGE -> new DumpPart.Privilege(statement());
                case DumpOutput.ROWS -> rows();
                case DumpOutput.END -> end();
                default -> throw damaged(TEXT.get("dump.no-part"), null);
            };
        } catch (CharacterCodingException e) {
            throw damaged(TEXT.get("dump.not-utf8"), e);
        } catch (IOException e) {
            throw damaged(TEXT.get("dump.bytes", String.valueOf(e.getMessage())), e);
        }
    }

    private String statement() throws IOException {
        StringBuilder statement = new StringBuilder();
        while (true) {
            byte @Nullable [] line = lines.next();
            if (line == null) {
                throw damaged(TEXT.get("dump.short"), null);
            }
            String text = text(line);
            if (text.startsWith(header.mark())) {
                ahead = line;
                String sql = statement.toString().stripTrailing();
                if (!sql.endsWith(";")) {
                    throw damaged(TEXT.get("dump.no-part"), null);
                }
                return sql.substring(0, sql.length() - 1);
            }
            statement.append(text);
        }
    }

    private DumpPart rows() throws IOException {
        byte @Nullable [] line = lines.next();
        String copy = line == null ? "" : text(line).stripTrailing();
        if (!copy.startsWith("COPY ") || !copy.endsWith(" FROM stdin;")) {
            throw damaged(TEXT.get("dump.no-part"), null);
        }
        inRows = true;
        tables++;
        return new DumpPart.Rows(copy.substring("COPY ".length(), copy.length() - " FROM stdin;".length()), this::row);
    }

    private byte @Nullable [] row() throws IOException {
        if (!inRows) {
            return null;
        }
        byte @Nullable [] line = lines.next();
        if (line == null) {
            throw damaged(TEXT.get("dump.short"), null);
        }
        if (line.length <= DumpOutput.END_OF_ROWS.length() + 1 && text(line).stripTrailing().equals(DumpOutput.END_OF_ROWS)) {
            inRows = false;
            return null;
        }
        rows++;
        return line;
    }

    private @Nullable DumpPart end() throws IOException {
        if (rows != header.rows() || tables != header.tables()) {
            throw damaged(TEXT.get("dump.miscounted", header.rows(), rows), null);
        }
        if (lines.next() != null) {
            throw damaged(TEXT.get("dump.after"), null);
        }
        return null;
    }

    private static String text(byte[] line) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    }

    private InvalidInputException damaged(String what, @Nullable Throwable cause) {
        String sentence = TEXT.get("dump.damaged", file.getFileName(), String.valueOf(lines.number()), what);
        return new InvalidInputException("backup_damaged", sentence, TEXT.get("dump.damaged.remedy"), cause);
    }

    private static InvalidInputException foreign(Path file, @Nullable Throwable cause) {
        return new InvalidInputException("backup_foreign", TEXT.get("dump.foreign", file.getFileName()), TEXT.get("dump.foreign.remedy"),
                cause);
    }

    @Override
    public void close() {
        lines.close();
    }
}
