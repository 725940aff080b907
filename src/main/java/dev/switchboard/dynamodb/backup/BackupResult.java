package dev.switchboard.dynamodb.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of backing up a table.
 *
 * @param gap why the backup may lack what was written meanwhile, as a sentence; null if it does not
 * @param notKept what the table has and a restore does not bring back, one sentence each
 */
public record BackupResult(BackupFile file, @Nullable String gap, List<String> notKept) {
    public BackupResult {
        notKept = List.copyOf(notKept);
    }
}
