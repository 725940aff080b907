package dev.switchboard.transfer;

import dev.switchboard.dynamodb.item.Item;
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
 * @param resumed how many records an earlier import that was interrupted had done; of a dry run, how many would not be written again
 * @param differences the first of the items that are new and the first of those that differ from the table; only of a dry run
 * @param same the keys of the first items that are the same in the table; only of a dry run
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
        List<Item> same,
        List<String> problems,
        @Nullable String change) {
    public ImportReport {
        differences = List.copyOf(differences);
        same = List.copyOf(same);
        problems = List.copyOf(problems);
    }
}
