package dev.switchboard.dynamodb.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The result of deleting a table.
 *
 * @param backup the backup of the table; null if none was requested
 */
public record TableDeleteResult(String name, @Nullable Path backup) {}
