package dev.switchboard.dynamodb.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The result of deleting a table.
 *
 * @param backup the backup of the table; null if none was requested
 * @param added the number of items that were written while the backup was made, and added to it
 */
public record TableDeleteResult(String name, @Nullable Path backup, long added) {}
