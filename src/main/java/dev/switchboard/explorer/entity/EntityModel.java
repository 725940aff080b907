package dev.switchboard.explorer.entity;

import dev.switchboard.dynamodb.item.Item;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of items in a table.
 *
 * @param source where it is from, in words, such as the name of a file
 */
public record EntityModel(String source, List<EntityDefinition> entities) {
    /** A model without entities. */
    public static final EntityModel NONE = new EntityModel("", List.of());

    public EntityModel {
        // The sort is stable: of two that are equally specific, the first one wins.
        entities = entities.stream().sorted(Comparator.comparingInt(EntityDefinition::specificity).reversed()).toList();
    }

    public boolean isEmpty() {
        return entities.isEmpty();
    }

    /**
     * Returns the kind of an item; null if it is of none.
     *
     * @param keyNames the key attributes of the table
     */
    public @Nullable EntityDefinition entityOf(Item item, List<String> keyNames) {
        for (EntityDefinition entity : entities) {
            if (entity.matches(item, keyNames)) {
                return entity;
            }
        }
        return null;
    }

    /** Returns the entity with a name, ignoring case; null if there is none. */
    public @Nullable EntityDefinition named(String name) {
        return entities.stream().filter(entity -> entity.name().equalsIgnoreCase(name)).findFirst().orElse(null);
    }
}
