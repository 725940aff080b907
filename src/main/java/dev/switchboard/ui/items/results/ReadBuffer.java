package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.read.ReadPage;
import java.util.ArrayList;
import java.util.List;

/**
 * Items that were read and that the window has not shown yet. Filled on the reading threads and emptied on the JavaFX thread. Only the
 * first items are kept, which bounds the memory; all items are counted.
 */
final class ReadBuffer {
    /** Maximum size of the items kept, as DynamoDB counts it. In memory they are a few times as large. */
    static final long MOST_BYTES = 32L << 20;

    private static final int MOST_AT_ONCE = 1_000;

    private final int most;
    private List<Item> waiting = new ArrayList<>();
    private List<String> keys = List.of();
    private int kept;
    private long bytes;
    private long items;
    private long scanned;
    private long pages;
    private double readCapacity;
    private boolean announced;

    /**
     * @param most the maximum number of items kept
     * @param before the number of items kept before
     */
    ReadBuffer(int most, int before) {
        this.most = most;
        kept = before;
    }

    /**
     * The items read since the last batch, and the totals so far.
     *
     * @param keys the names of the key attributes; empty until they are known
     * @param more whether more items wait, which the caller has to take soon
     */
    record ReadBatch(List<Item> rows, List<String> keys, long items, long scanned, long pages, double readCapacity, boolean more) {}

    synchronized void keys(List<String> names) {
        keys = names;
    }

    /**
     * Adds a page.
     *
     * @return whether the caller must schedule {@link #take}; false if it is scheduled already
     */
    synchronized boolean add(ReadPage page) {
        for (Item item : page.items()) {
            if (kept < most && bytes < MOST_BYTES) {
                waiting.add(item);
                kept++;
                bytes += ItemSize.of(item);
            }
        }
        items += page.items().size();
        scanned += page.scanned();
        pages++;
        readCapacity += page.consumedReadCapacity();
        boolean first = !announced;
        announced = true;
        return first;
    }

    /** Removes and returns the first of the waiting items, no more than are shown without a stall, and the totals. */
    synchronized ReadBatch take() {
        int count = Math.min(MOST_AT_ONCE, waiting.size());
        List<Item> rows = List.copyOf(waiting.subList(0, count));
        waiting = new ArrayList<>(waiting.subList(count, waiting.size()));
        // The rest is taken by whoever took these.
        announced = !waiting.isEmpty();
        return new ReadBatch(rows, keys, items, scanned, pages, readCapacity, announced);
    }
}
