package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The items of a table that are read: all, those of an expression, or those of a partition.
 *
 * @param index the index to read; null for the table
 * @param keyCondition the condition on the key, which makes it a query; null for a scan
 * @param filter the filter expression; null for none
 * @param names the placeholders of names in the expressions, with their number signs
 * @param values the placeholders of values, with their colons, as the attributes of an item
 * @param projection the attributes to read; empty for all
 */
public record ItemSelection(
        @Nullable String index,
        @Nullable String keyCondition,
        @Nullable String filter,
        Map<String, String> names,
        Item values,
        List<String> projection) {
    /** Every item of the table. */
    public static final ItemSelection ALL = new ItemSelection(null, null, null, Map.of(), Item.of(Map.of()), List.of());

    public ItemSelection {
        names = Map.copyOf(names);
        projection = List.copyOf(projection);
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

    /** Whether it is the whole table. */
    public boolean isAll() {
        return index == null && keyCondition == null && filter == null;
    }
}
