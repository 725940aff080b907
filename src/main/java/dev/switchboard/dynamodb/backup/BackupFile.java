package dev.switchboard.dynamodb.backup;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a table.
 *
 * @param table the table that was backed up
 * @param items the number of items in the backup
 * @param at when the backup was started
 * @param until the moment that the items are of; null where what was written after the start may be in it or not
 * @param bytes the compressed size of the file
 */
public record BackupFile(Path file, String table, long items, Instant at, @Nullable Instant until, long bytes) {}
