package dev.switchboard.transfer;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.job.Progress;
import dev.switchboard.transfer.format.TransferRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The valid items of a file beside those of the table.
 *
 * @param created how many do not exist
 * @param changed how many exist with other contents
 * @param unchanged how many are the same
 * @param differences the first that are created, and the first that are changed
 * @param same the keys of the first that are the same
 */
record ImportComparison(long created, long changed, long unchanged, List<ItemDifference> differences, List<Item> same) {
    private static final int MOST = 1_000;
    /** The items that are kept for display have at most this size together, because a thousand can have 400 MB. */
    private static final long MOST_BYTES = 50_000_000;

    static ImportComparison of(ImportChunks chunks, ItemImageReader images, long total, Progress progress) {
        long created = 0;
        long changed = 0;
        long unchanged = 0;
        long bytes = 0;
        List<ItemDifference> differences = new ArrayList<>();
        List<Item> same = new ArrayList<>();
        for (List<TransferRecord> chunk = chunks.chunk(); !chunk.isEmpty(); chunk = chunks.chunk()) {
            progress.stopIfCancelled();
            List<Item> items = chunk.stream().map(each -> Objects.requireNonNull(each.item())).toList();
            Map<Item, Item> now = images.read(items.stream().map(images.keys()::of).toList());
            for (Item item : items) {
                Item key = images.keys().of(item);
                @Nullable Item before = now.get(key);
                if (ItemValues.same(before, item)) {
                    unchanged++;
                    if (same.size() < MOST) {
                        same.add(key);
                    }
                    continue;
                }
                long number = before == null ? ++created : ++changed;
                if (number <= MOST && bytes < MOST_BYTES) {
                    differences.add(new ItemDifference(key, before, item));
                    bytes += ItemSize.of(item) + (before == null ? 0 : ItemSize.of(before));
                }
            }
            progress.advance(chunks.last(), total);
        }
        return new ImportComparison(created, changed, unchanged, differences, same);
    }
}
