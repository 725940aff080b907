package dev.switchboard.transfer.format;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of a table that have a fixed type, because they are part of a key.
 *
 * @param table the names of the key attributes of the table itself
 * @param types the types, {@code S}, {@code N} or {@code B}, by attribute, those of the indexes included
 */
public record KeyTypes(List<String> table, Map<String, String> types) {
    public KeyTypes {
        table = List.copyOf(table);
        types = Map.copyOf(types);
    }

    /** Returns the key attributes of a table and its indexes. */
    public static KeyTypes of(TableDetails table) {
        Map<String, String> types = new LinkedHashMap<>();
        table.keys().forEach(key -> types.put(key.name(), key.type()));
        for (IndexDetails index : table.indexes()) {
            index.keys().forEach(key -> types.put(key.name(), key.type()));
        }
        return new KeyTypes(table.keys().stream().map(KeyAttribute::name).toList(), types);
    }
}
