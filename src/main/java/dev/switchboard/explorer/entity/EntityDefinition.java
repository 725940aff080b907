package dev.switchboard.explorer.entity;

import dev.switchboard.dynamodb.item.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of items.
 *
 * @param keys the patterns of attributes, which all must match; mostly of the key attributes
 * @param values attributes that have a certain text in all of its items, such as the name of the entity
 * @param attributes the attributes that it has besides the key, in the order of the columns. Without patterns and values, an item belongs to it
 *     that has some of these and no others
 */
public record EntityDefinition(String name, Map<String, KeyTemplate> keys, Map<String, String> values, List<String> attributes) {
    private static final int VALUE = 1_000;

    public EntityDefinition {
        keys = new LinkedHashMap<>(keys);
        values = new LinkedHashMap<>(values);
        attributes = List.copyOf(attributes);
    }

    /**
     * Whether an item is of this kind.
     *
     * @param keyNames the key attributes of the table
     */
    public boolean matches(Item item, List<String> keyNames) {
        if (keys.isEmpty() && values.isEmpty()) {
            Set<String> own = new LinkedHashSet<>(item.names());
            keyNames.forEach(own::remove);
            return !own.isEmpty() && attributes.containsAll(own);
        }
        return keys.entrySet().stream().allMatch(key -> matches(key.getValue(), item.string(key.getKey())))
                && values.entrySet().stream().allMatch(value -> value.getValue().equals(item.string(value.getKey())));
    }

    private static boolean matches(KeyTemplate template, @Nullable String key) {
        return key != null && template.match(key) != null;
    }

    /** How specific it is: of several kinds that an item matches, it is of the most specific. */
    int specificity() {
        return values.size() * VALUE + keys.values().stream().mapToInt(KeyTemplate::literals).sum();
    }

    /**
     * The columns: the parts of its keys, the keys without parts, and its attributes.
     *
     * @param keyNames the key attributes of the table
     */
    public List<EntityColumn> columns(List<String> keyNames) {
        List<EntityColumn> columns = new ArrayList<>();
        Set<String> titles = new LinkedHashSet<>();
        for (String name : keyNames) {
            @Nullable KeyTemplate template = keys.get(name);
            if (template == null) {
                columns.add(new EntityColumn.Attribute(name));
                titles.add(name);
            } else {
                for (String variable : template.variables()) {
                    // An attribute of the same name has the same value, and its type as well.
                    if (!variable.isEmpty() && !attributes.contains(variable) && titles.add(variable)) {
                        columns.add(new EntityColumn.KeyPart(name, template, variable));
                    }
                }
            }
        }
        for (String name : attributes) {
            if (!keyNames.contains(name) && titles.add(name)) {
                columns.add(new EntityColumn.Attribute(name));
            }
        }
        return columns;
    }
}
