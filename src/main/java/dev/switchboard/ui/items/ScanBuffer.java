package dev.switchboard.ui.items;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.KeyAttribute;
import java.util.ArrayList;
import java.util.List;

/**
 * Items that a scan has read and the window has not shown yet. Filled on the threads of the scan and emptied on the JavaFX thread. Only
 * the first items are kept, which bounds the memory; all items are counted.
 */
final class ScanBuffer {
    private final int most;
    private List<Item> waiting = new ArrayList<>();
    private List<String> keys = List.of();
    private int kept;
    private long items;
    private double readCapacity;
    private boolean announced;

    /** @param most the maximum number of items kept */
    ScanBuffer(int most) {
        this.most = most;
    }

    /**
     * The items read since the last batch, and the totals so far.
     *
     * @param keys the names of the key attributes, partition key first; empty until they are known
     */
    record ScanBatch(List<Item> rows, List<String> keys, long items, double readCapacity) {}

    synchronized void keys(List<KeyAttribute> parts) {
        keys = parts.stream().map(KeyAttribute::name).toList();
    }

    /**
     * Adds a page.
     *
     * @return whether the caller must schedule {@link #take}; false if it is scheduled already
     */
    synchronized boolean add(ItemPage page) {
        for (Item item : page.items()) {
            if (kept < most) {
                waiting.add(item);
                kept++;
            }
        }
        items += page.items().size();
        readCapacity += page.consumedReadCapacity();
        boolean first = !announced;
        announced = true;
        return first;
    }

    /** Removes and returns the waiting items. */
    synchronized ScanBatch take() {
        List<Item> rows = waiting;
        waiting = new ArrayList<>();
        announced = false;
        return new ScanBatch(rows, keys, items, readCapacity);
    }
}
