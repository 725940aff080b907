package dev.switchboard.dynamodb.backup;

import java.util.List;

/**
 * The result of restoring a table from a backup.
 *
 * @param table the name of the table
 * @param items the number of items that were written and counted
 * @param created whether the table was created; false if an empty one existed
 * @param set the settings of the backup that the table has again, one entry each
 * @param notSet the settings that it does not have, one sentence each with the reason
 * @param notOffered the settings that the engine does not offer, one entry each
 */
public record TableRestoreResult(
        String table, long items, boolean created, List<String> set, List<String> notSet, List<String> notOffered) {
    public TableRestoreResult {
        set = List.copyOf(set);
        notSet = List.copyOf(notSet);
        notOffered = List.copyOf(notOffered);
    }

    /** Creates the result of a restore without settings. */
    TableRestoreResult(String table, long items, boolean created) {
        this(table, items, created, List.of(), List.of(), List.of());
    }
}
