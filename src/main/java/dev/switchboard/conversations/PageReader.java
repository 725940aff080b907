package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a page of a partition. Reads one item more than requested to determine whether there are more. */
final class PageReader<T> {
    /** Holds a page of a thousand and the one item more. */
    private static final int MOST_AT_ONCE = 1_001;
    private final ItemStore store;
    private final String table;
    private final Function<Item, T> row;
    private final Function<T, StoredTime> time;
    private final Function<T, Item> item;

    PageReader(ItemStore store, String table, Function<Item, T> row, Function<T, StoredTime> time, Function<T, Item> item) {
        this.store = store;
        this.table = table;
        this.row = row;
        this.time = time;
        this.item = item;
    }

    Page<T> page(String partition, TimeRange.Fixed range, int limit, @Nullable PageKey startAfter) {
        List<T> rows = new ArrayList<>();
        double consumed = 0;
        @Nullable PageKey from = startAfter;
        int chunk = Math.min(limit + 1, MOST_AT_ONCE);
        do {
            Query query = new Query(table, MessageItems.PK, partition, MessageItems.SK, SortBounds.of(range), true, chunk, from, Map.of());
            ItemPage page = store.query(query);
            consumed += page.consumedReadCapacity();
            for (Item found : page.items()) {
                T read = row.apply(found);
                if (SortBounds.contains(range, time.apply(read))) {
                    rows.add(read);
                }
            }
            from = page.next();
            // The query bounds are wider than the range. If many items lie in between, larger pages skip them faster.
            chunk = Math.min(chunk * 2, MOST_AT_ONCE);
        } while (from != null && rows.size() <= limit);
        boolean more = rows.size() > limit;
        List<T> kept = more ? rows.subList(0, limit) : rows;
        PageKey next = more ? new PageKey(MessageItems.key(item.apply(kept.getLast())).toJson()) : null;
        return inOrderOfTime(kept, next, consumed, startAfter);
    }

    private Page<T> inOrderOfTime(List<T> stored, @Nullable PageKey next, double consumed, @Nullable PageKey startAfter) {
        List<T> sorted = new ArrayList<>(stored);
        sorted.sort(Comparator.comparing(time, StoredTime.OLDEST_FIRST.reversed()));
        return new Page<>(sorted, next, consumed, differs(stored, startAfter));
    }

    /** Whether an item is newer than one that sorts after it, including the last item of the previous page. */
    private boolean differs(List<T> stored, @Nullable PageKey startAfter) {
        @Nullable Instant former = startAfter == null ? null : instant(startAfter);
        for (T read : stored) {
            Instant instant = time.apply(read).instant();
            if (instant != null) {
                if (former != null && instant.isAfter(former)) {
                    return true;
                }
                former = instant;
            }
        }
        return false;
    }

    private static @Nullable Instant instant(PageKey key) {
        String text = Item.ofJson(key.json()).string(MessageItems.SK);
        return text == null ? null : StoredTime.read(text).instant();
    }
}
