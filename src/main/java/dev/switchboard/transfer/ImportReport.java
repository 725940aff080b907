package dev.switchboard.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or with a dry run would do.
 *
 * @param read the number of records in the file
 * @param written how many items are in the table as the file has them
 * @param replaced how many of them replaced an existing item
 * @param unchanged how many were the same before; only of a dry run
 * @param skipped how many were not written because an item with their key exists
 * @param rejected how many are not valid
 * @param resumed how many records an earlier import that was interrupted had done
 * @param differences the first of the items that differ from the table; only of a dry run
 * @param problems the first reasons of rejected records, with their place
 * @param change the ID of the change in the journal; null if nothing was written
 */
public record ImportReport(
        long read,
        long written,
        long replaced,
        long unchanged,
        long skipped,
        long rejected,
        long resumed,
        List<ItemDifference> differences,
        List<String> problems,
        @Nullable String change) {
    public ImportReport {
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }
}
