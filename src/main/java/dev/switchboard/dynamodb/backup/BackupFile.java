package dev.switchboard.dynamodb.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup of a table.
 *
 * @param table the table it was made of
 * @param items how many items it holds
 * @param at when it was begun
 * @param bytes its size on the disk, compressed
 */
public record BackupFile(Path file, String table, long items, Instant at, long bytes) {}
