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
 * Backups of tables: gzip of JSON lines, the first with the table's definition and the number of items, every other one an item as
 * DynamoDB's own export writes it. Safe for several threads.
 */
public final class Backups {
    private final AwsClients clients;
    private final Path folder;

    /**
     * @param folder where backups go unless told otherwise; made when it is needed
     */
    public Backups(AwsClients clients, Path folder) {
        this.clients = clients;
        this.folder = folder;
    }

    /**
     * Writes a backup, flushes it to the disk, reads it again and counts it.
     *
     * @param file where to; null for a new file in the folder. There must be none of that name yet
     * @throws OperationFailedException where there is no such table, or the disk is full or cannot be written; no file is left
     * @throws dev.switchboard.failure.OperationCancelledException on request; no file is left
     */
    public BackupFile backup(String table, @Nullable Path file, Progress progress) {
        return new BackupWriter(clients, folder, InstantSource.system()).write(table, file, progress);
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
     * What a backup says of itself, wherever it lies. Only its beginning is read.
     *
     * @throws InvalidInputException where it is no backup, with the line
     * @throws OperationFailedException where it cannot be read
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
     * Brings a table back: checks the whole file first, makes the table where there is none, writes the items and counts them.
     *
     * @param asName another name for the table; null for its own
     * @throws InvalidInputException where the file is damaged or no backup, with the line; nothing was done
     * @throws OperationFailedException where a table of that name is not empty; nothing was done
     * @throws dev.switchboard.failure.OperationCancelledException on request, saying what was left
     */
    public TableRestoreResult restore(Path file, @Nullable String asName, Progress progress) {
        return new TableRestorer(clients).restore(file, asName, progress);
    }
}
