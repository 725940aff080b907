package dev.switchboard.postgres.dump;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.postgres.dump.program.ClientProgramFinder;
import dev.switchboard.postgres.dump.program.ClientPrograms;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.SetupLock;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates, lists and restores backups of the users' database. pg_dump writes them where a version that fits the server is found. Otherwise
 * Switchboard writes a gzip file of SQL, which holds only what it can restore for certain; if the database contains anything else, the
 * backup fails and names it. Thread-safe.
 */
public final class DatabaseBackups {
    static final String OWN_EXTENSION = ".sql.gz";
    static final String ARCHIVE_EXTENSION = ".dump";
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseBackups.class);
    private static final Messages TEXT = Messages.of(DatabaseBackups.class);
    private static final Sql RELATIONS = Sql.file("dump/relations");
    private static final Sql SERVER = Sql.file("dump/server_version");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private final Database database;
    private final Path folder;
    private final InstantSource clock;
    private final ClientProgramFinder programs;

    /**
     * @param folder the default folder for backups; created when it is needed
     * @param clock supplies the time of a backup
     * @param programs finds pg_dump and pg_restore
     */
    public DatabaseBackups(Database database, Path folder, InstantSource clock, ClientProgramFinder programs) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        this.programs = programs;
    }

    /** Returns the same backups for another database. */
    public DatabaseBackups of(Database other) {
        return new DatabaseBackups(other, folder, clock, programs);
    }

    /** Returns how a backup is written: asks the server for its version, and looks for programs that fit it. */
    public BackupMethod method() {
        Row server = database.query(SERVER, Map.of()).getFirst();
        int major = (int) server.number("major");
        ClientProgramFinder.Search search = programs.find(major);
        return new BackupMethod(search.programs(), search.versions(), server.text("version"), major);
    }

    /**
     * Writes a backup of a consistent snapshot, flushes it to disk, and verifies it by reading it again.
     *
     * @param file the file to write, which must not exist; null for a new file in the default folder
     * @throws OperationFailedException if the database contains unsupported objects, or the file cannot be written; no file is left
     * @throws dev.switchboard.failure.OperationCancelledException if canceled; no file is left
     */
    public DatabaseBackup backup(@Nullable Path file, Progress progress) {
        BackupMethod method = method();
        return backup(method, file == null ? newFile(method) : file.toAbsolutePath(), BackupGuard.NONE, false, progress).backup();
    }

    /**
     * Likewise, and keeps others out of the database meanwhile.
     *
     * @param compared whether to read the contents of the database too, to compare them with what the backup restores
     */
    public WrittenBackup backup(BackupMethod method, Path file, BackupGuard guard, boolean compared, Progress progress) {
        Instant at = clock.instant();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file, null);
        }
        progress.step(TEXT.get("dump.step", database.url().database()));
        try {
            @Nullable ClientPrograms found = method.programs();
            return found == null
                    ? new DumpWriter(database, method).write(file, at, guard, compared, progress)
                    : new ArchiveWriter(database, method, found).write(file, at, guard, compared, progress);
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

    /** The file in the default folder that a backup that begins now is written to. */
    public Path newFile(BackupMethod method) {
        // A valid file name for a database name, which can contain any character.
        String name = database.url().database().replaceAll("[^\\w-]", "_");
        return folder.resolve("database-" + name + "_" + TIME.format(clock.instant()) + method.extension()).toAbsolutePath();
    }

    /**
     * Checks that a backup supports all objects of the database.
     *
     * @throws OperationFailedException if it contains others, with their names
     */
    public void checkSupported(BackupMethod method) {
        if (method.programs() == null) {
            new DumpWriter(database, method).checkSupported();
        }
    }

    /** Returns what the database contains now. */
    public DatabaseContents contents(Progress progress) {
        return database.inTransaction(transaction -> DatabaseContents.read(transaction, progress));
    }

    /** Returns the backups in the folder, newest first. Other files are omitted. */
    public List<DatabaseBackup> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<DatabaseBackup> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(DatabaseBackups::isNamedAsBackup).forEach(file -> read(file, found));
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("dump.unreadable", folder), TEXT.get("dump.unreadable.remedy"), e);
        }
        found.sort(Comparator.comparing(DatabaseBackup::at).reversed());
        return found;
    }

    private static boolean isNamedAsBackup(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(OWN_EXTENSION) || name.endsWith(ARCHIVE_EXTENSION);
    }

    private static void read(Path file, List<DatabaseBackup> found) {
        try {
            found.add(DatabaseBackupFiles.describe(file));
        } catch (InvalidInputException e) {
            LOG.info("Not a backup: {}", e.getMessage());
        }
    }

    /**
     * Restores a backup to the database, which must exist and be empty, in one transaction.
     *
     * @param authorization what the restore was begun under
     * @param backup of a file that {@link DatabaseBackupFiles#verified} has read to its end
     * @throws OperationRefusedException where the database is not empty, or the environment is locked; nothing was done
     */
    public DatabaseRestoreResult restore(WriteAuthorization authorization, DatabaseBackup backup, Progress progress) {
        String name = database.url().database();
        // Before anything is written, because a program may be missing.
        @Nullable ClientPrograms restoring = prepared(backup, progress);
        Intent intent = Intent.event("db restore", TEXT.get("journal.restore", name, backup.file()), TEXT.get("journal.restore.undo"));
        return database.changing(
                authorization,
                intent,
                List.of(),
                transaction -> restore(transaction, backup, restoring, progress),
                restored -> TEXT.get("journal.restored", backup.rows()),
                id -> {});
    }

    /** Likewise, as a part of a change that the caller began and ends. */
    public DatabaseRestoreResult restore(WritePermit change, DatabaseBackup backup, Progress progress) {
        @Nullable ClientPrograms restoring = prepared(backup, progress);
        return database.partOf(change, transaction -> restore(transaction, backup, restoring, progress));
    }

    /** Returns the programs that restore the backup; null if it needs none. */
    private @Nullable ClientPrograms prepared(DatabaseBackup backup, Progress progress) {
        String name = database.url().database();
        if (database.query(RELATIONS, Map.of()).getFirst().number("relations") > 0) {
            throw notEmpty(name);
        }
        progress.step(TEXT.get("restore.step", name));
        return DatabaseBackupFiles.isArchive(backup.file()) ? restoring(backup.file()) : null;
    }

    private DatabaseRestoreResult restore(
            Transaction transaction, DatabaseBackup backup, @Nullable ClientPrograms restoring, Progress progress) {
        String name = database.url().database();
        SetupLock.acquire(transaction, name);
        // Again, because another restore may have ended in the meantime.
        if (transaction.query(RELATIONS, Map.of()).getFirst().number("relations") > 0) {
            throw notEmpty(name);
        }
        List<String> notSet = restoring == null
                ? new DumpRestorer(transaction, name, backup.file(), progress).run()
                : new ArchiveRestorer(database, transaction, restoring, serverMajor(), progress).run(backup.file());
        return new DatabaseRestoreResult(backup, name, notSet);
    }

    private int serverMajor() {
        return (int) database.query(SERVER, Map.of()).getFirst().number("major");
    }

    /**
     * Returns the programs that restore an archive, if it needs any.
     *
     * @throws OperationFailedException if there are none of a version that reads it; nothing was done
     */
    private ClientPrograms restoring(Path file) {
        try {
            ArchiveFooter footer = ArchiveFile.required(file);
            int server = serverMajor();
            ClientProgramFinder.Search search = programs.find(Math.max(server, footer.programMajor()));
            @Nullable ClientPrograms found = search.programs();
            if (found == null) {
                String have = search.versions().isEmpty() ? "" : TEXT.get("dump.unsupported.found", String.join(", ", search.versions()));
                String needed = String.valueOf(Math.max(server, footer.programMajor()));
                throw new OperationFailedException(TEXT.get("archive.no-program", file.getFileName(), needed),
                        TEXT.get("archive.no-program.remedy", needed, have));
            }
            return found;
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("dump.unreadable", file), TEXT.get("dump.unreadable.remedy"), e);
        }
    }

    private static OperationRefusedException notEmpty(String name) {
        return new OperationRefusedException(TEXT.get("restore.not-empty", name), TEXT.get("restore.not-empty.remedy", name));
    }
}
