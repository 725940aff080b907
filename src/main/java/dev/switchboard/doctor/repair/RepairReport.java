package dev.switchboard.doctor.repair;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a repair did.
 *
 * @param changes the IDs of the changes in the journal, at most one; empty if nothing was to be written
 * @param repaired the number of findings that are gone, as checked after the writes
 * @param written the number of items or rows written
 * @param remaining the findings that remain with the reason, the first {@value #LISTED}
 * @param remainingCount the number of findings that remain
 * @param summary one or two sentences
 * @param failure why it ended before its end; null if it did not
 */
public record RepairReport(
        List<String> changes,
        long repaired,
        long written,
        List<Remaining> remaining,
        long remainingCount,
        String summary,
        @Nullable Failure failure) {
    /** The maximum number of remaining findings that are listed. */
    public static final int LISTED = 1_000;

    /** A finding that was not repaired. */
    public record Remaining(Finding finding, String reason) {}

    public RepairReport {
        changes = List.copyOf(changes);
        remaining = List.copyOf(remaining);
    }
}
