package dev.switchboard.transfer;

import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.transfer.format.TransferFormat;
import java.util.List;

/**
 * What an export reads and how.
 *
 * @param selections read one after the other; an item that is in two of them is written twice
 * @param format the format of the file
 * @param segments how many segments of a scan are read in parallel
 * @param readCapacityPerSecond 0 for no limit, negative for the usual rate of the environment
 * @param resume whether to go on with an export of the same items to the same file that was interrupted
 * @param replace whether a file that exists is replaced at the end
 */
public record ExportOptions(
        List<ItemSelection> selections, TransferFormat format, int segments, double readCapacityPerSecond, boolean resume,
        boolean replace) {
    public ExportOptions {
        selections = List.copyOf(selections);
    }

    /** An export to a file that must not exist. */
    public ExportOptions(
            List<ItemSelection> selections, TransferFormat format, int segments, double readCapacityPerSecond, boolean resume) {
        this(selections, format, segments, readCapacityPerSecond, resume, false);
    }

    /** A whole table at the usual rate. */
    public static ExportOptions all(TransferFormat format) {
        return new ExportOptions(List.of(ItemSelection.ALL), format, 1, -1, false);
    }
}
