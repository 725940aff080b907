package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.items.edit.ItemJsonFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The selected items as JSON: one as an object, several as an array. */
final class SelectedItems {
    /** More items than these are copied, but not shown. */
    static final int MOST_SHOWN = 50;

    private static final Messages TEXT = Messages.of(SelectedItems.class);

    private SelectedItems() {}

    /** Says how many items are shown. */
    static String title(int count) {
        return count > MOST_SHOWN ? TEXT.get("item.first", MOST_SHOWN, count) : TEXT.get("item.titles", count);
    }

    /** The items for reading, with very long strings replaced by marks. */
    static String folded(List<Item> items) {
        return joined(items.stream().limit(MOST_SHOWN).map(ItemJsonFormatter::folded).toList());
    }

    /** All items in full. */
    static String json(List<Item> items) {
        return joined(items.stream().map(Item::toPrettyJson).toList());
    }

    private static String joined(List<String> objects) {
        return objects.size() == 1 ? objects.getFirst() : objects.stream().collect(Collectors.joining(",\n", "[\n", "\n]"));
    }
}
