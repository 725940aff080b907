package dev.switchboard.dynamodb.backup;

import dev.switchboard.dynamodb.item.ItemDigest;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names, lists and describes the backup files in the backup folder. */
final class BackupFolder {
    private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);

    /** A distinct extension, so that a desktop can associate backups, unlike other compressed files, with this program. */
    static final String EXTENSION = ".switchboard";

    /** The extension of backups written by earlier versions, whose content has the same format. */
    private static final String OLD_EXTENSION = ".jsonl.gz";

    /** Leaves room for the time and the extension, also on an encrypted file system, which allows fewer than 255 bytes. */
    private static final int LONGEST_NAME = 100;

    private static final int DIGEST_DIGITS = 12;
    private static final Messages TEXT = Messages.of(BackupFolder.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private BackupFolder() {}

    /**
     * Returns the file for a new backup. A table name contains no path separators, and the time follows it, so it is always a valid file
     * name. A long one is shortened and told apart by a digest, because a file name has at most 255 bytes.
     */
    static Path file(Path folder, String table, Instant at) {
        InvalidInputException bad = TableRules.checkName(table);
        if (bad != null) {
            throw bad;
        }
        return folder.resolve(shortened(table) + "_" + TIME.format(at) + EXTENSION);
    }

    private static String shortened(String table) {
        return table.length() <= LONGEST_NAME
                ? table
                : table.substring(0, LONGEST_NAME - DIGEST_DIGITS - 1) + "-" + Long.toHexString(digest(table)).substring(0, DIGEST_DIGITS);
    }

    /** Never begins with a zero, so that it always has 16 hexadecimal digits. */
    private static long digest(String table) {
        return ItemDigest.of(table) | 1L << 63;
    }

    static List<BackupFile> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<BackupFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(BackupFolder::hasBackupExtension).toList()) {
                read(file, found);
            }
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("backup.unreadable", folder), TEXT.get("backup.unreadable.remedy"), e);
        }
        found.sort(Comparator.comparing(BackupFile::at).reversed());
        return found;
    }

    private static boolean hasBackupExtension(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(EXTENSION) || name.endsWith(OLD_EXTENSION);
    }

    private static void read(Path file, List<BackupFile> found) throws IOException {
        try {
            found.add(describe(file));
        } catch (InvalidInputException e) {
            LOG.info("Not a backup: {}", e.getMessage());
        }
    }

    /** Reads the header of a backup. */
    static BackupFile describe(Path file) throws IOException {
        try (BackupReader lines = new BackupReader(file)) {
            BackupHeader header = lines.header();
            return new BackupFile(file, header.table().name(), header.items(), header.instant(), header.moment(),
                    Files.size(file));
        }
    }
}
