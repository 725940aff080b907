package dev.switchboard.dynamodb.edit;

import dev.switchboard.dynamodb.item.Item;
import java.util.List;
import java.util.function.Consumer;

/** Where the items of a bulk edit come from, such as a scan or a selection. */
@FunctionalInterface
public interface ItemSource {
    /**
     * Passes all items, in pages of any size, from one thread or several. The consumer blocks while it writes.
     *
     * @throws RuntimeException what the consumer throws
     */
    void read(Consumer<List<Item>> pages);

    /** Items that were read before. */
    static ItemSource of(List<Item> items) {
        return pages -> pages.accept(items);
    }
}
