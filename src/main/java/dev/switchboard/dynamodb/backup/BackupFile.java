package dev.switchboard.dynamodb.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup of a table.
 *
 * @param table the table that was backed up
 * @param items the number of items in the backup
 * @param at when the backup was started
 * @param bytes the compressed size of the file
 */
public record BackupFile(Path file, String table, long items, Instant at, long bytes) {}
