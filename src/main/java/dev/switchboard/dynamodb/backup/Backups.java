package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSettingsReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Creates, lists and restores backups of tables. A backup is a gzip file of JSON lines: a header with the table definition, its settings and
 * the number of items, followed by one item per line in the format of DynamoDB exports to S3. Reads and writes at the rate that the policy of
 * the environment allows unless another one is given. Thread-safe.
 */
public final class Backups {
    private static final Messages TEXT = Messages.of(Backups.class);
    private final AwsClients clients;
    private final Path folder;

    /**
     * @param folder the default folder for backups; created when it is needed
     */
    public Backups(AwsClients clients, Path folder) {
        this.clients = clients;
        this.folder = folder;
    }

    /** Writes a backup like {@link #write} at the usual rate. */
    public BackupFile backup(String table, @Nullable Path file, Progress progress) {
        return write(table, file, ScanOptions.USUAL_RATE, progress).file();
    }

    /**
     * Writes a backup, flushes it to disk, and verifies it by reading it again. Where the table has a stream with new images, what is written
     * meanwhile is in the backup.
     *
     * @param file the file to write, which must not exist; null for a new file in the default folder
     * @param readCapacityPerSecond the rate of the scan, as in {@link ScanOptions}
     * @throws OperationFailedException if the table does not exist, or the file cannot be written; no file is left
     * @throws dev.switchboard.failure.OperationCancelledException if canceled; no file is left
     */
    public BackupResult write(String table, @Nullable Path file, double readCapacityPerSecond, Progress progress) {
        Path target = (file == null ? newFile(table) : file).toAbsolutePath();
        BackupWriter.refuseExisting(target);
        TableDescription description = description(table);
        TableSettings settings = TableSettingsReader.read(clients, description);
        try (WriteRecorder recorder = WriteRecorder.start(clients, description, target)) {
            BackupFile written = new BackupWriter(clients, readCapacityPerSecond)
                    .write(description, settings, target, InstantSource.system().instant(), recorder, null, progress);
            return new BackupResult(written, recorder.gap(), LostSettings.of(clients, description, settings));
        } catch (IOException e) {
            throw BackupWriter.unwritable(target, e);
        }
    }

    private TableDescription description(String table) {
        return new TableReader(clients).description(table)
                .orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", table), TEXT.get("table.none.remedy")));
    }

    /**
     * Estimates what a backup of a table uses.
     *
     * @param readCapacityPerSecond the rate of the scan, as in {@link ScanOptions}
     * @throws OperationFailedException if the table does not exist
     */
    public CapacityEstimate estimate(String table, double readCapacityPerSecond) {
        return new CapacityEstimator(clients).backup(
                TableDescriptionMapper.details(description(table), null, Map.of()),
                readCapacityPerSecond);
    }

    /**
     * Estimates what a restore uses. Reads the whole file.
     *
     * @param asName another name for the table; null for the original name
     * @param writeCapacityPerSecond a limit on the consumed capacity; 0 for none, {@link ScanOptions#USUAL_RATE} for the default of the
     *     environment
     * @throws InvalidInputException if the file is damaged or not a backup, with the line
     */
    public CapacityEstimate estimateRestore(Path file, @Nullable String asName, double writeCapacityPerSecond, Progress progress) {
        return new CapacityEstimator(clients).restore(file, asName, writeCapacityPerSecond, progress);
    }

    /** The file that a backup of a table taken now is written to by default; it does not exist yet. */
    Path newFile(String table) {
        return BackupFolder.file(folder, table, InstantSource.system().instant()).toAbsolutePath();
    }

    /** The backups of the folder, newest first. A file that is none is left out. */
    public List<BackupFile> list() {
        return BackupFolder.list(folder);
    }

    /**
     * Writes a backup of a table that is about to be deleted, and compares it with the table until nothing is written to the table any more.
     *
     * @param recorder was started before, and goes on
     * @return the number of items that were added to the backup because a comparison found them
     * @throws dev.switchboard.failure.OperationRefusedException if the table is still being written to; the backup stays
     */
    long backupForDeletion(
            TableDescription table, Path file, WriteRecorder recorder, double readCapacityPerSecond, Progress progress) {
        TableSettings settings = TableSettingsReader.read(clients, table);
        try (DigestTable digests = new DigestTable(file)) {
            BackupFile written = new BackupWriter(clients, readCapacityPerSecond)
                    .write(table, settings, file, InstantSource.system().instant(), recorder, digests, progress);
            return new BackupRefresher(clients, written, digests, recorder, readCapacityPerSecond).untilUnchanged(progress);
        } catch (IOException e) {
            throw BackupWriter.unwritable(file, e);
        }
    }

    /**
     * Returns the details of a backup file in any folder. Only its header is read.
     *
     * @throws InvalidInputException if the file is not a backup, with the line
     * @throws OperationFailedException if the file cannot be read
     */
    public BackupFile describe(Path file) {
        try {
            return BackupFolder.describe(file);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("backup.unreadable", file), TEXT.get("backup.unreadable.remedy"), e);
        }
    }

    /**
     * Determines what a restore to a table of this name would find. Reads the first items of an existing table, and the file as far as needed
     * to compare them.
     *
     * @throws InvalidInputException if the file is damaged or not a backup, with the line
     */
    public RestoreTarget target(Path file, String name, Progress progress) {
        return new RestoreTargetInspector(clients).inspect(file, name, progress);
    }

    /** Restores a table like {@link #restore(Path, String, double, Progress)} at the usual rate. */
    public TableRestoreResult restore(Path file, @Nullable String asName, Progress progress) {
        return restore(file, asName, ScanOptions.USUAL_RATE, progress);
    }

    /**
     * Restores a table: verifies the whole file, creates the table if it does not exist, writes the items and counts them, and sets its
     * settings again. A setting that cannot be set is reported in the result.
     *
     * @param asName another name for the table; null for the original name
     * @param writeCapacityPerSecond a limit on the consumed capacity; 0 for none, {@link ScanOptions#USUAL_RATE} for the default of the
     *     environment
     * @throws InvalidInputException if the file is damaged or not a backup, with the line; nothing was changed
     * @throws OperationFailedException if a table of that name is not empty; nothing was changed
     * @throws dev.switchboard.failure.OperationCancelledException if canceled, with what was written
     */
    public TableRestoreResult restore(Path file, @Nullable String asName, double writeCapacityPerSecond, Progress progress) {
        return new TableRestorer(clients, writeCapacityPerSecond).restore(file, asName, progress);
    }
}
