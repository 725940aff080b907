package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** The whole item as the operator saw it. */
final class SeenItem {
    private SeenItem() {}

    /**
     * Returns the item that an edit expects. What was shown can be a part of the item, such as from an index, and older than what was read now:
     * where it differs, the shown values are expected, so that the commit finds the conflict.
     */
    static Item of(Item shown, Item read) {
        if (ItemValues.same(shown, read.only(shown.names()))) {
            return read;
        }
        Map<String, TypedValue> values = new LinkedHashMap<>(TypedItems.values(read).values());
        values.putAll(TypedItems.values(shown).values());
        return TypedItems.item(new TypedValue.Members(values));
    }
}
