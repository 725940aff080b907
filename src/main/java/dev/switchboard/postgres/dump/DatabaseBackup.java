package dev.switchboard.postgres.dump;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup of a database.
 *
 * @param database the database it was made of
 * @param tables how many tables it holds
 * @param rows how many rows, in all of them
 * @param at when it was begun
 * @param bytes its size on the disk, compressed
 */
public record DatabaseBackup(Path file, String database, int tables, long rows, Instant at, long bytes) {}
