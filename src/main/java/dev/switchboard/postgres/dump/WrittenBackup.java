package dev.switchboard.postgres.dump;

import org.jspecify.annotations.Nullable;

/**
 * A backup, and what the database contained when it was written.
 *
 * @param contents null if they were not asked for
 */
public record WrittenBackup(DatabaseBackup backup, @Nullable DatabaseContents contents) {}
