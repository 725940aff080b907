package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Writes a backup: the items to a temporary file, then the header with their number followed by the items, then renames it. */
final class BackupWriter {
    private static final Messages TEXT = Messages.of(BackupWriter.class);
    private final AwsClients clients;
    private final Path folder;
    private final InstantSource clock;

    BackupWriter(AwsClients clients, Path folder, InstantSource clock) {
        this.clients = clients;
        this.folder = folder;
        this.clock = clock;
    }

    /** @param digests receives the digests of the items for {@link BackupRefresher}; null if none is needed */
    BackupFile write(String table, @Nullable Path wanted, @Nullable DigestTable digests, Progress progress) {
        Instant at = clock.instant();
        Path file = (wanted == null ? BackupFolder.file(folder, table, at) : wanted).toAbsolutePath();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file, null);
        }
        TableDefinition definition = definition(table);
        try (NewFile items = NewFile.at(file);
                NewFile whole = NewFile.at(file)) {
            progress.step(TEXT.get("backup.step", table));
            long count = items(definition, items, digests, progress);
            join(new BackupHeader(at, count, definition), List.of(items), whole);
            progress.step(TEXT.get("backup.verifying", table));
            verify(whole.temporary(), count, progress);
            whole.publish();
            return BackupFolder.describe(file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException | UncheckedIOException e) {
            throw new OperationFailedException(TEXT.get("backup.unwritable", file, String.valueOf(e.getMessage())),
                    TEXT.get("backup.unwritable.remedy"), e);
        } catch (AbortedException | OperationCancelledException e) {
            throw new OperationCancelledException(TEXT.get("backup.cancelled", table), null, e);
        }
    }

    private static InvalidInputException exists(Path file, @Nullable Throwable cause) {
        return new InvalidInputException("backup_exists", TEXT.get("backup.exists", file), TEXT.get("backup.exists.remedy"), cause);
    }

    private TableDefinition definition(String table) {
        TableReader reader = new TableReader(clients);
        TableDescription description = reader.description(table)
                .orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", table), TEXT.get("table.none.remedy")));
        return TableDefinition.of(TableDescriptionMapper.details(description, null, reader.tagsOrFail(description.tableArn())));
    }

    private long items(TableDefinition table, NewFile file, @Nullable DigestTable digests, Progress progress) throws IOException {
        List<String> keys = table.keyNames();
        try (BufferedWriter lines = lines(file)) {
            TableScanner scans = new TableScanner(clients);
            return scans.read(table.name(), new ScanOptions(0, 1, 0), true, page -> write(lines, page, digests, keys), progress).items();
        }
    }

    static BufferedWriter lines(NewFile file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(file.output(), 1 << 16), StandardCharsets.UTF_8));
    }

    private static void write(BufferedWriter lines, ItemPage page, @Nullable DigestTable digests, List<String> keys) {
        try {
            for (Item item : page.items()) {
                write(lines, item);
                if (digests != null) {
                    digests.put(ItemDigest.of(item, keys));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(BufferedWriter lines, Item item) throws IOException {
        lines.write("{\"Item\":");
        lines.write(item.toJson());
        lines.write("}\n");
    }

    /** Joins gzip members, which are read as one file. */
    static void join(BackupHeader header, List<NewFile> items, NewFile whole) throws IOException {
        try (OutputStream out = whole.output()) {
            GZIPOutputStream first = new GZIPOutputStream(out);
            first.write((header.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
            first.finish();
            for (NewFile file : items) {
                Files.copy(file.temporary(), out);
            }
        }
    }

    static void verify(Path file, long expected, Progress progress) {
        long count = 0;
        try (BackupReader lines = new BackupReader(file)) {
            while (lines.item() != null) {
                count++;
                progress.stopIfCancelled();
            }
        }
        if (count != expected) {
            throw new OperationFailedException(TEXT.get("backup.miscounted", expected, count), TEXT.get("backup.unwritable.remedy"));
        }
    }
}
