package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.dynamodb.item.ItemLineWriter;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
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
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Writes a backup: the items to a temporary file, then the header with their number followed by the items, then renames it. */
final class BackupWriter {
    private static final Messages TEXT = Messages.of(BackupWriter.class);
    private final AwsClients clients;
    private final double readCapacityPerSecond;

    /** @param readCapacityPerSecond the rate of the scan, as in {@link ScanOptions} */
    BackupWriter(AwsClients clients, double readCapacityPerSecond) {
        this.clients = clients;
        this.readCapacityPerSecond = readCapacityPerSecond;
    }

    /**
     * Writes a backup of a table.
     *
     * @param settings those of the table, to be kept in the header
     * @param at when the backup is started
     * @param recorder reads the writes meanwhile, which become part of the backup
     * @param digests receives the digests of the items for {@link BackupRefresher}; null if none is needed
     */
    BackupFile write(
            TableDescription table,
            TableSettings settings,
            Path file,
            Instant at,
            WriteRecorder recorder,
            @Nullable DigestTable digests,
            Progress progress) {
        refuseExisting(file);
        TableDefinition definition = definition(table);
        try (NewFile items = NewFile.at(file);
                NewFile whole = NewFile.at(file)) {
            progress.step(TEXT.get("backup.step", table.tableName()));
            long count = items(definition, items, digests, recorder, progress);
            @Nullable Instant moment = recorder.catchUp(progress);
            boolean unchanged = recorder.isEmpty();
            join(new BackupHeader(at, count, definition, settings).with(count, unchanged ? moment : null), List.of(items), whole);
            progress.step(TEXT.get("backup.verifying", table.tableName()));
            verify(whole.temporary(), count, progress);
            if (moment == null || unchanged) {
                whole.publish();
            } else {
                recorder.apply(whole, file, moment, digests, progress);
            }
            return BackupFolder.describe(file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(file, e);
        } catch (AbortedException | OperationCancelledException e) {
            throw new OperationCancelledException(TEXT.get("backup.cancelled", table.tableName()), null, e);
        }
    }

    /** Refuses a file that exists, before anything is read. */
    static void refuseExisting(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file, null);
        }
    }

    static OperationFailedException unwritable(Path file, Exception cause) {
        return new OperationFailedException(TEXT.get("backup.unwritable", file, String.valueOf(cause.getMessage())),
                TEXT.get("backup.unwritable.remedy"), cause);
    }

    private static InvalidInputException exists(Path file, @Nullable Throwable cause) {
        return new InvalidInputException("backup_exists", TEXT.get("backup.exists", file), TEXT.get("backup.exists.remedy"), cause);
    }

    private TableDefinition definition(TableDescription table) {
        TableReader reader = new TableReader(clients);
        return TableDefinition.of(TableDescriptionMapper.details(table, null, reader.tagsOrFail(table.tableArn())));
    }

    private long items(
            TableDefinition table, NewFile file, @Nullable DigestTable digests, WriteRecorder recorder, Progress progress)
            throws IOException {
        List<String> keys = table.keyNames();
        try (ItemLineWriter lines = lines(file)) {
            return new TableScanner(clients)
                    .read(
                            table.name(),
                            new ScanOptions(0, 1, readCapacityPerSecond),
                            true,
                            page -> {
                                write(lines, page, digests, keys);
                                recorder.poll(progress);
                            },
                            progress)
                    .items();
        }
    }

    static ItemLineWriter lines(NewFile file) throws IOException {
        return new ItemLineWriter(new GZIPOutputStream(file.output(), 1 << 16));
    }

    private static void write(ItemLineWriter lines, ItemPage page, @Nullable DigestTable digests, List<String> keys) {
        try {
            for (Item item : page.items()) {
                lines.write(item);
                if (digests != null) {
                    digests.put(ItemDigest.of(item, keys));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
