package dev.switchboard.ui.items;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.KeyAttribute;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan has read and the window has not shown yet. Filled on the scan's threads, emptied on the JavaFX thread. Keeps the
 * first rows only, so that a table of millions fits; the others are counted.
 */
final class ScanBuffer {
    private final int most;
    private List<Item> waiting = new ArrayList<>();
    private List<String> keys = List.of();
    private int kept;
    private long items;
    private double readCapacity;
    private boolean announced;

    /** @param most rows that are kept */
    ScanBuffer(int most) {
        this.most = most;
    }

    /**
     * What came since the last look, and what came in all.
     *
     * @param keys the names of the table's key attributes, partition key first; empty until they are known
     */
    record Batch(List<Item> rows, List<String> keys, long items, double readCapacity) {}

    synchronized void keys(List<KeyAttribute> parts) {
        keys = parts.stream().map(KeyAttribute::name).toList();
    }

    /**
     * Takes a page in.
     *
     * @return whether somebody should come and look: false where that was said already and nobody has come yet
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

    /** Hands over what waits. */
    synchronized Batch take() {
        List<Item> rows = waiting;
        waiting = new ArrayList<>();
        announced = false;
        return new Batch(rows, keys, items, readCapacity);
    }
}
