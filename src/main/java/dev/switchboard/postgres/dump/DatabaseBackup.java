package dev.switchboard.postgres.dump;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup of a database.
 *
 * @param database the name of the database that was backed up
 * @param tables the number of tables
 * @param rows the total number of rows
 * @param at when the backup was started
 * @param bytes the compressed size of the file
 */
public record DatabaseBackup(Path file, String database, int tables, long rows, Instant at, long bytes) {}
