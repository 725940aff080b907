package dev.switchboard.transfer;

import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a file is imported.
 *
 * @param rejects a new file for the records that are rejected, with the reasons; null for none
 * @param writeCapacityPerSecond 0 for no limit, negative for the usual rate of the environment
 * @param dryRun whether the file is only compared with the table
 * @param resume whether to go on with an import of the same file that was interrupted
 */
public record ImportOptions(
        TransferFormat format, ConflictMode onConflict, @Nullable Path rejects, double writeCapacityPerSecond, boolean dryRun,
        boolean resume) {
    /** Imports at the usual rate, from the beginning. */
    public static ImportOptions of(TransferFormat format, ConflictMode onConflict) {
        return new ImportOptions(format, onConflict, null, -1, false, false);
    }

    /** Returns the same options for a comparison only. */
    public ImportOptions dry() {
        return new ImportOptions(format, onConflict, null, writeCapacityPerSecond, true, false);
    }
}
