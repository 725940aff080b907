package dev.switchboard.dynamodb.edit;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change of many items. */
public sealed interface BulkChange {
    /** Deletes each item. */
    record Delete() implements BulkChange {}

    /** Sets an attribute of each item. */
    record SetAttribute(String attribute, TypedValue value) implements BulkChange {}

    /** Removes an attribute from each item. */
    record RemoveAttribute(String attribute) implements BulkChange {}

    /** The attribute that it is about; null for a deletion. */
    default @Nullable String subject() {
        return switch (this) {
            case Delete() -> null;
            case SetAttribute(String attribute, TypedValue _) -> attribute;
            case RemoveAttribute(String attribute) -> attribute;
        };
    }

    /** Returns the edit of an item, which may change nothing. */
    default ItemEdit edit(Item item) {
        if (this instanceof Delete) {
            return ItemEdit.delete(item);
        }
        Map<String, TypedValue> values = new LinkedHashMap<>(TypedItems.values(item).values());
        switch (this) {
            case SetAttribute(String attribute, TypedValue value) -> values.put(attribute, value);
            case RemoveAttribute(String attribute) -> values.remove(attribute);
            case Delete() -> throw new IllegalStateException("returned before");
        }
        return new ItemEdit(item, TypedItems.item(new TypedValue.Members(values)));
    }
}
