package dev.switchboard.transfer;

import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.transfer.mask.MaskMode;
import java.util.List;

/**
 * What is copied and how.
 *
 * @param writeCapacityPerSecond 0 for no limit, negative for the usual rate of the target's environment
 * @param resume whether to go on with the same copy that was interrupted
 */
public record CopyOptions(
        List<ItemSelection> selections,
        MaskMode mask,
        ConflictMode onConflict,
        int segments,
        double readCapacityPerSecond,
        double writeCapacityPerSecond,
        boolean resume) {
    public CopyOptions {
        selections = List.copyOf(selections);
    }
}
