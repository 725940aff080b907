package dev.switchboard.postgres.dump;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.SetupLock;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates, lists and restores backups of the users' database. A backup is a gzip file of SQL that psql can also read. It supports the
 * objects of an application database; if the database contains others, the backup fails and names them. Thread-safe.
 */
public final class DatabaseBackups {
    static final String EXTENSION = ".sql.gz";
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseBackups.class);
    private static final Messages TEXT = Messages.of(DatabaseBackups.class);
    private static final Sql RELATIONS = Sql.file("dump/relations");
    private final Database database;
    private final Path folder;
    private final InstantSource clock;

    /**
     * @param folder the default folder for backups; created when it is needed
     * @param clock supplies the time of a backup
     */
    public DatabaseBackups(Database database, Path folder, InstantSource clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Writes a backup of a consistent snapshot, flushes it to disk, and verifies it by reading it again.
     *
     * @param file the file to write, which must not exist; null for a new file in the default folder
     * @throws OperationFailedException if the database contains unsupported objects, or the file cannot be written; no file is left
     * @throws dev.switchboard.failure.OperationCancelledException if canceled; no file is left
     */
    public DatabaseBackup backup(@Nullable Path file, Progress progress) {
        return backup(file, session -> {}, progress);
    }

    /**
     * Likewise, and does something before the snapshot is taken.
     *
     * @param beforeSnapshot called with the process ID of the session that reads, which is connected by then
     */
    public DatabaseBackup backup(@Nullable Path file, IntConsumer beforeSnapshot, Progress progress) {
        return new DumpWriter(database, folder, clock).write(file, beforeSnapshot, progress);
    }

    /** The file in the default folder that a backup that begins now is written to. */
    public Path newFile() {
        return new DumpWriter(database, folder, clock).newFile();
    }

    /**
     * Checks that a backup supports all objects of the database.
     *
     * @throws OperationFailedException if it contains others, with their names
     */
    public void checkSupported() {
        new DumpWriter(database, folder, clock).checkSupported();
    }

    /** Returns the backups in the folder, newest first. Other files are omitted. */
    public List<DatabaseBackup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<DatabaseBackup> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(EXTENSION)).forEach(file -> read(file, found));
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("dump.unreadable", folder), TEXT.get("dump.unreadable.remedy"), e);
        }
        found.sort(Comparator.comparing(DatabaseBackup::at).reversed());
        return found;
    }

    private static void read(Path file, List<DatabaseBackup> found) {
        try {
            found.add(DumpReader.describe(file));
        } catch (InvalidInputException e) {
            LOG.info("Not a backup: {}", e.getMessage());
        }
    }

    /**
     * Restores a backup to the database, which must exist and be empty, in one transaction.
     *
     * @param authorization what the restore was begun under
     * @param backup of a file that {@link DumpReader#verified} has read to its end
     * @throws OperationRefusedException where the database is not empty, or the environment is locked; nothing was done
     */
    public DatabaseRestoreResult restore(WriteAuthorization authorization, DatabaseBackup backup, Progress progress) {
        String name = database.url().database();
        if (database.query(RELATIONS, Map.of()).getFirst().number("relations") > 0) {
            throw notEmpty(name);
        }
        progress.step(TEXT.get("restore.step", name));
        Intent intent = Intent.event("db restore", TEXT.get("journal.restore", name, backup.file()), TEXT.get("journal.restore.undo"));
        return database.changing(
                authorization,
                intent,
                List.of(),
                transaction -> restore(transaction, backup, progress),
                restored -> TEXT.get("journal.restored", backup.rows()),
                id -> {});
    }

    private DatabaseRestoreResult restore(Transaction transaction, DatabaseBackup backup, Progress progress) {
        String name = database.url().database();
        SetupLock.acquire(transaction, name);
        // Again, because another restore may have ended in the meantime.
        if (transaction.query(RELATIONS, Map.of()).getFirst().number("relations") > 0) {
            throw notEmpty(name);
        }
        return new DatabaseRestoreResult(backup, name, new DumpRestorer(transaction, backup.file(), progress).run());
    }

    private static OperationRefusedException notEmpty(String name) {
        return new OperationRefusedException(TEXT.get("restore.not-empty", name), TEXT.get("restore.not-empty.remedy", name));
    }
}
