package dev.switchboard.postgres.admin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The result of creating or dropping a database.
 *
 * @param did a sentence that describes the result, also if there was nothing to do
 * @param changed whether anything was changed
 * @param backup the backup of what was destroyed; null if nothing was destroyed or no backup was written
 */
public record DatabaseChangeResult(String did, boolean changed, @Nullable Path backup) {
    /** Creates the result of an operation that destroys nothing. */
    public DatabaseChangeResult(String did, boolean changed) {
        this(did, changed, null);
    }
}
