package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates, lists and restores backups of tables. A backup is a gzip file of JSON lines: a header with the table definition and the number of
 * items, followed by one item per line in the format of DynamoDB exports to S3. Thread-safe.
 */
public final class Backups {
    private final AwsClients clients;
    private final Path folder;

    /**
     * @param folder the default folder for backups; created when it is needed
     */
    public Backups(AwsClients clients, Path folder) {
        this.clients = clients;
        this.folder = folder;
    }

    /**
     * Writes a backup, flushes it to disk, and verifies it by reading it again.
     *
     * @param file the file to write, which must not exist; null for a new file in the default folder
     * @throws OperationFailedException if the table does not exist, or the file cannot be written; no file is left
     * @throws dev.switchboard.failure.OperationCancelledException if canceled; no file is left
     */
    public BackupFile backup(String table, @Nullable Path file, Progress progress) {
        return new BackupWriter(clients, folder, InstantSource.system()).write(table, file, null, progress);
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
     * @return the number of items that were added to the backup because they were written meanwhile
     * @throws dev.switchboard.failure.OperationRefusedException if the table is still being written to; the backup stays
     */
    long backupForDeletion(String table, Path file, Progress progress) {
        try (DigestTable digests = new DigestTable(file)) {
            BackupFile written = new BackupWriter(clients, folder, InstantSource.system()).write(table, file, digests, progress);
            return new BackupRefresher(clients, written, digests).untilUnchanged(progress);
        } catch (IOException e) {
            Messages text = Messages.of(Backups.class);
            throw new OperationFailedException(text.get("backup.unwritable", file, String.valueOf(e.getMessage())),
                    text.get("backup.unwritable.remedy"), e);
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
            Messages text = Messages.of(Backups.class);
            throw new OperationFailedException(text.get("backup.unreadable", file), text.get("backup.unreadable.remedy"), e);
        }
    }

    /**
     * Restores a table: verifies the whole file, creates the table if it does not exist, writes the items and counts them.
     *
     * @param asName another name for the table; null for the original name
     * @throws InvalidInputException if the file is damaged or not a backup, with the line; nothing was changed
     * @throws OperationFailedException if a table of that name is not empty; nothing was changed
     * @throws dev.switchboard.failure.OperationCancelledException if canceled, with what was written
     */
    public TableRestoreResult restore(Path file, @Nullable String asName, Progress progress) {
        return new TableRestorer(clients).restore(file, asName, progress);
    }
}
