package dev.switchboard.postgres.dump;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a database backup without pg_dump: its parts to a temporary file, then the header with the number of rows, followed by the parts. */
final class DumpWriter {
    private static final Messages TEXT = Messages.of(DumpWriter.class);
    private static final List<String> BEFORE_ROWS = List.of("dump/schemas", "dump/enums", "dump/sequences", "dump/tables", "dump/defaults");
    private static final Sql UNSUPPORTED = Sql.file("dump/unsupported");
    private static final Sql COPIES = Sql.file("dump/copies");
    private static final Sql SEQUENCES = Sql.file("dump/sequence_states");
    private final Database database;
    private final BackupMethod method;

    DumpWriter(Database database, BackupMethod method) {
        this.database = database;
        this.method = method;
    }

    void checkSupported() {
        String name = database.url().database();
        var _ = database.inTransaction(transaction -> {
            transaction.execute("SET", "SET LOCAL search_path = ''", 1);
            rejectUnsupportedObjects(transaction, name);
            return true;
        });
    }

    WrittenBackup write(Path file, Instant at, BackupGuard guard, boolean compared, Progress progress) throws IOException {
        String name = database.url().database();
        progress.step(TEXT.get("dump.step", name));
        try (NewFile parts = NewFile.at(file);
                NewFile whole = NewFile.at(file)) {
            @Nullable DatabaseContents[] contents = {null};
            DumpHeader header = database.inTransaction(transaction -> {
                guard.close(transaction.backendPid());
                DumpHeader written = parts(transaction, parts, name, at, progress);
                contents[0] = compared ? DatabaseContents.read(transaction, progress) : null;
                return written;
            });
            join(header, parts, whole);
            progress.step(TEXT.get("dump.verifying", name));
            DumpReader.verified(whole.temporary(), progress);
            whole.publish();
            return new WrittenBackup(DumpReader.describe(file), contents[0]);
        }
    }

    private DumpHeader parts(Transaction transaction, NewFile file, String name, Instant at, Progress progress) {
        // A consistent snapshot. Without a search path, the server returns every name with its schema.
        transaction.execute("SET TRANSACTION", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", 1);
        transaction.execute("SET", "SET LOCAL search_path = ''", 1);
        rejectUnsupportedObjects(transaction, name);
        String mark = "-- " + UUID.randomUUID() + " ";
        try (OutputStream out = file.output(); GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16)) {
            DumpOutput parts = new DumpOutput(packed, mark);
            parts.preamble();
            DatabaseProperties properties = DatabaseProperties.of(transaction);
            if (!properties.hasPublic()) {
                parts.statement("DROP SCHEMA IF EXISTS public");
            }
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
            sequences(transaction, parts);
            each(transaction, "dump/rest", parts::statement);
            each(transaction, "dump/privileges", parts::privilege);
            parts.end();
            return new DumpHeader(
                    DumpHeader.VERSION, name, method.serverVersion(), at.toString(), tables, parts.count(), mark, properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets each sequence to what it would return next, also one that was never called. */
    private static void sequences(Transaction transaction, DumpOutput parts) throws IOException {
        for (Row sequence : transaction.query(SEQUENCES, Map.of())) {
            String[] state = transaction.execute("sequence", sequence.text("reading"), 1).rows().getFirst().text("state").split(" ", -1);
            String name = sequence.text("name").replace("'", "''");
            parts.statement("SELECT pg_catalog.setval('" + name + "', " + state[0] + ", " + state[1] + ")");
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

    private void rejectUnsupportedObjects(Transaction transaction, String name) {
        List<Row> unsupported = transaction.query(UNSUPPORTED, Map.of());
        if (!unsupported.isEmpty()) {
            String list = unsupported.stream().map(row -> row.text("kind") + " " + row.text("name")).collect(Collectors.joining(", "));
            String found = method.unfit().isEmpty() ? "" : TEXT.get("dump.unsupported.found", String.join(", ", method.unfit()));
            throw new OperationFailedException(TEXT.get("dump.unsupported", name, list),
                    TEXT.get("dump.unsupported.remedy", String.valueOf(method.serverMajor()), found));
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
