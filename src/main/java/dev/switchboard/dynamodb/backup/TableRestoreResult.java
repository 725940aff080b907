package dev.switchboard.dynamodb.backup;

/**
 * The result of restoring a table from a backup.
 *
 * @param table the name of the table
 * @param items the number of items that were written and counted
 * @param created whether the table was created; false if an empty one existed
 */
public record TableRestoreResult(String table, long items, boolean created) {}
