package dev.switchboard.dynamodb.backup;

import dev.switchboard.dynamodb.scan.ScanOptions;

/**
 * Options of the deletion of a table.
 *
 * @param backup whether a backup is written and verified before anything is deleted
 * @param readCapacityPerSecond the rate of the backup, as in {@link ScanOptions}
 * @param refuseWrites whether writes are refused from before the backup on; only with a backup, which is what they would be missing from
 */
public record DropOptions(boolean backup, double readCapacityPerSecond, boolean refuseWrites) {
    /** With a backup at the usual rate. */
    public static final DropOptions USUAL = new DropOptions(true, ScanOptions.USUAL_RATE, false);

    /** Without a backup. */
    public static final DropOptions WITHOUT_BACKUP = new DropOptions(false, ScanOptions.USUAL_RATE, false);
}
