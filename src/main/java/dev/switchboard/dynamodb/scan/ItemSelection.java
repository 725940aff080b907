package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of a table that are read: all, those of an expression, those of a partition, or those of some keys.
 *
 * @param index the index to read; null for the table
 * @param keyCondition the condition on the key, which makes it a query; null for a scan
 * @param filter the filter expression; null for none
 * @param names the placeholders of names in the expressions, with their number signs
 * @param values the placeholders of values, with their colons, as the attributes of an item
 * @param projection the attributes to read; empty for all
 * @param keys the keys of the items that are read, whole and with strongly consistent reads; empty for those of the other components
 */
public record ItemSelection(
        @Nullable String index,
        @Nullable String keyCondition,
        @Nullable String filter,
        Map<String, String> names,
        Item values,
        List<String> projection,
        List<Item> keys) {
    /** Every item of the table. */
    public static final ItemSelection ALL = new ItemSelection(null, null, null, Map.of(), Item.of(Map.of()), List.of());

    public ItemSelection {
        names = Map.copyOf(names);
        projection = List.copyOf(projection);
        keys = List.copyOf(keys);
    }

    /** A selection that is not one of keys. */
    public ItemSelection(
            @Nullable String index, @Nullable String keyCondition, @Nullable String filter, Map<String, String> names, Item values,
            List<String> projection) {
        this(index, keyCondition, filter, names, values, projection, List.of());
    }

    /**
     * Selects single items. Those that do not exist are left out.
     *
     * @param keys at least one; only the key attributes of each
     */
    public static ItemSelection keys(List<Item> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no keys");
        }
        return new ItemSelection(null, null, null, Map.of(), Item.of(Map.of()), List.of(), keys);
    }

    /** Selects the items of one partition of a table. */
    public static ItemSelection partition(String name, String value) {
        return new ItemSelection(
                null, "#partition = :partition", null, Map.of("#partition", name), Item.builder().string(":partition", value).build(),
                List.of());
    }

    /** Whether it is a query of one partition. */
    public boolean isQuery() {
        return keyCondition != null;
    }

    /** Whether it is a scan, which reads the whole table or index. */
    public boolean isScan() {
        return keyCondition == null && keys.isEmpty();
    }

    /** Whether it is the whole table. */
    public boolean isAll() {
        return index == null && filter == null && isScan();
    }
}
