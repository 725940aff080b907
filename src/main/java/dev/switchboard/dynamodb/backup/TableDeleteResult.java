package dev.switchboard.dynamodb.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The result of deleting a table.
 *
 * @param backup the backup of the table; null if none was requested
 * @param added the number of items that were written while the backup was made, and added to it
 * @param complete whether the table's stream was read to its end, so that the backup lacks no write at all
 */
public record TableDeleteResult(String name, @Nullable Path backup, long added, boolean complete) {
    /** Creates the result of a deletion whose last moment is not in the backup. */
    TableDeleteResult(String name, @Nullable Path backup, long added) {
        this(name, backup, added, false);
    }
}
