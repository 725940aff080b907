package dev.switchboard.dynamodb.backup;

import java.nio.file.Path;

/** Reads a backup to its end, as a restore does before it creates anything. */
public final class TestBackupReader {
    private TestBackupReader() {}

    /** Returns the number of items. */
    public static long items(Path file) {
        long items = 0;
        try (BackupReader lines = new BackupReader(file)) {
            while (lines.item() != null) {
                items++;
            }
        }
        return items;
    }
}
