package dev.switchboard.postgres.dump;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a database.
 *
 * @param database the name of the database that was backed up
 * @param tables the number of tables
 * @param rows the total number of rows
 * @param at when the backup was started
 * @param bytes the compressed size of the file
 * @param program the program that wrote it, such as “pg_dump 18.6”; null if Switchboard wrote it itself
 */
public record DatabaseBackup(Path file, String database, int tables, long rows, Instant at, long bytes, @Nullable String program) {}
