package dev.switchboard.postgres.dump;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads database backups of both formats. A file tells by its first bytes which one it has, whatever its name is. */
public final class DatabaseBackupFiles {
    private static final Messages TEXT = Messages.of(DatabaseBackupFiles.class);

    private DatabaseBackupFiles() {}

    private interface Reading<T extends @Nullable Object> {
        T from(Path file) throws IOException;
    }

    /**
     * Verifies a backup by reading it to the end.
     *
     * @throws InvalidInputException if it is damaged, incomplete or not a backup
     */
    public static DatabaseBackup verified(Path file, Progress progress) {
        return read(file, archive -> ArchiveFile.verified(archive, progress), own -> DumpReader.verified(own, progress));
    }

    /**
     * Returns what belongs to the database itself; null if the backup, of an earlier version, does not hold it.
     *
     * @throws InvalidInputException if the file is not a backup
     */
    public static @Nullable DatabaseProperties properties(Path file) {
        return DatabaseBackupFiles.<@Nullable DatabaseProperties>read(file, archive -> ArchiveFile.required(archive).properties(), own -> {
            try (DumpReader reading = DumpReader.open(own)) {
                return reading.properties();
            }
        });
    }

    /** Reads the header of a backup. */
    static DatabaseBackup describe(Path file) {
        return read(file, ArchiveFile::describe, DumpReader::describe);
    }

    /** Returns whether pg_restore has to restore it. */
    static boolean isArchive(Path file) {
        return read(file, archive -> true, own -> false);
    }

    private static <T extends @Nullable Object> T read(Path file, Reading<T> archive, Reading<T> own) {
        try {
            return ArchiveFile.isArchive(file) ? archive.from(file) : own.from(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("backup_missing", TEXT.get("dump.missing", file), TEXT.get("dump.missing.remedy"), e);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("dump.unreadable", file), TEXT.get("dump.unreadable.remedy"), e);
        }
    }
}
