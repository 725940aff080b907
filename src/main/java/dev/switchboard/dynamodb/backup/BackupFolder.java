package dev.switchboard.dynamodb.backup;

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

/** The folder of backups and the names in it. */
final class BackupFolder {
    private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);
    /** One of its own, so that a desktop can tell a backup from any other compressed file and open it with this program. */
    static final String ENDING = ".switchboard";

    /** As the first versions named them; what is inside is the same. */
    private static final String FORMER_ENDING = ".jsonl.gz";

    private static final Messages TEXT = Messages.of(BackupFolder.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private BackupFolder() {}

    /** Where a backup goes. A table's name holds no separator of paths, and one that is only dots stands before the time. */
    static Path file(Path folder, String table, Instant at) {
        InvalidInputException bad = TableRules.checkName(table);
        if (bad != null) {
            throw bad;
        }
        return folder.resolve(table + "_" + TIME.format(at) + ENDING);
    }

    static List<BackupFile> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<BackupFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(BackupFolder::isNamedSo).toList()) {
                read(file, found);
            }
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("backup.unreadable", folder), TEXT.get("backup.unreadable.remedy"), e);
        }
        found.sort(Comparator.comparing(BackupFile::at).reversed());
        return found;
    }

    private static boolean isNamedSo(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) || name.endsWith(FORMER_ENDING);
    }

    private static void read(Path file, List<BackupFile> found) throws IOException {
        try {
            found.add(describe(file));
        } catch (InvalidInputException e) {
            LOG.info("no backup: {}", e.getMessage());
        }
    }

    /** What the first line of a backup says. */
    static BackupFile describe(Path file) throws IOException {
        try (BackupReader lines = new BackupReader(file)) {
            BackupHeader header = lines.header();
            return new BackupFile(file, header.table().name(), header.items(), header.instant(), Files.size(file));
        }
    }
}
