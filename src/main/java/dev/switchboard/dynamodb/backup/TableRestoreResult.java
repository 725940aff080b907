package dev.switchboard.dynamodb.backup;

/**
 * A table that was filled from a backup.
 *
 * @param table the table's name
 * @param items how many items were written and counted again
 * @param created whether the table was made too; false where an empty one was there
 */
public record TableRestoreResult(String table, long items, boolean created) {}
