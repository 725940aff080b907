package dev.switchboard.postgres.dump;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a database backup: its parts to a temporary file, then the header with the number of rows, followed by the parts. */
final class DumpWriter {
    private static final Messages TEXT = Messages.of(DumpWriter.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> BEFORE_ROWS =
            List.of("dump/schemas", "dump/enums", "dump/sequences", "dump/tables", "dump/functions");
    private static final Sql UNCOVERED = Sql.file("dump/uncovered");
    private static final Sql COPIES = Sql.file("dump/copies");
    private static final Sql SERVER = Sql.file("dump/server_version");
    private final Database database;
    private final Path folder;
    private final InstantSource clock;

    DumpWriter(Database database, Path folder, InstantSource clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    Path newFile() {
        return folder.resolve(fileName(database.url().database(), clock.instant())).toAbsolutePath();
    }

    void checkSupported() {
        String name = database.url().database();
        var _ = database.inTransaction(transaction -> {
            transaction.execute("SET", "SET LOCAL search_path = ''", 1);
            rejectUnsupportedObjects(transaction, name);
            return true;
        });
    }

    DatabaseBackup write(@Nullable Path wanted, IntConsumer beforeSnapshot, Progress progress) {
        Instant at = clock.instant();
        String name = database.url().database();
        Path file = wanted == null ? newFile() : wanted.toAbsolutePath();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file, null);
        }
        progress.step(TEXT.get("dump.step", name));
        try (NewFile parts = NewFile.at(file);
                NewFile whole = NewFile.at(file)) {
            DumpHeader header = database.inTransaction(transaction -> {
                beforeSnapshot.accept(transaction.backendPid());
                return parts(transaction, parts, name, at, progress);
            });
            join(header, parts, whole);
            progress.step(TEXT.get("dump.verifying", name));
            DumpReader.verified(whole.temporary(), progress);
            whole.publish();
            return DumpReader.describe(file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException | UncheckedIOException e) {
            throw new OperationFailedException(TEXT.get("dump.unwritable", file, String.valueOf(e.getMessage())),
                    TEXT.get("dump.unwritable.remedy"), e);
        }
    }

    private static InvalidInputException exists(Path file, @Nullable Throwable cause) {
        return new InvalidInputException("backup_exists", TEXT.get("dump.exists", file), TEXT.get("dump.exists.remedy"), cause);
    }

    /** Returns a valid file name for a database name, which can contain any character. */
    private static String fileName(String database, Instant at) {
        return "database-" + database.replaceAll("[^\\w-]", "_") + "_" + TIME.format(at) + DatabaseBackups.EXTENSION;
    }

    private static DumpHeader parts(Transaction transaction, NewFile file, String name, Instant at, Progress progress) {
        // A consistent snapshot. Without a search path, the server returns every name with its schema.
        transaction.execute("SET TRANSACTION", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", 1);
        transaction.execute("SET", "SET LOCAL search_path = ''", 1);
        rejectUnsupportedObjects(transaction, name);
        String mark = "-- " + UUID.randomUUID() + " ";
        try (OutputStream out = file.output(); GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16)) {
            DumpOutput parts = new DumpOutput(packed, mark);
            parts.preamble();
            for (String statements : BEFORE_ROWS) {
                each(transaction, statements, parts::statement);
            }
            int tables = 0;
            for (Row table : transaction.query(COPIES, Map.of())) {
                progress.step(TEXT.get("dump.table", table.text("name")));
                parts.rows(transaction, table.text("written"));
                tables++;
                progress.advance(parts.count(), Progress.UNKNOWN);
                progress.stopIfCancelled();
            }
            each(transaction, "dump/rest", parts::statement);
            each(transaction, "dump/privileges", parts::privilege);
            parts.end();
            String server = transaction.query(SERVER, Map.of()).getFirst().text("version");
            return new DumpHeader(DumpHeader.VERSION, name, server, at.toString(), tables, parts.count(), mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one statement. */
    private interface Writer {
        void write(String ddl) throws IOException;
    }

    private static void each(Transaction transaction, String file, Writer writer) throws IOException {
        for (Row row : transaction.query(Sql.file(file), Map.of())) {
            writer.write(row.text("ddl"));
        }
    }

    private static void rejectUnsupportedObjects(Transaction transaction, String name) {
        List<Row> uncovered = transaction.query(UNCOVERED, Map.of());
        if (!uncovered.isEmpty()) {
            String list = uncovered.stream().map(row -> row.text("kind") + " " + row.text("name")).collect(Collectors.joining(", "));
            throw new OperationFailedException(TEXT.get("dump.uncovered", name, list), TEXT.get("dump.uncovered.remedy", name));
        }
    }

    /** Joins two gzip members, which are read as one file. */
    private static void join(DumpHeader header, NewFile parts, NewFile whole) throws IOException {
        try (OutputStream out = whole.output()) {
            GZIPOutputStream first = new GZIPOutputStream(out);
            first.write(header.toLine().getBytes(StandardCharsets.UTF_8));
            first.finish();
            Files.copy(parts.temporary(), out);
        }
    }
}
