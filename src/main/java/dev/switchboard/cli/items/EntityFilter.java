package dev.switchboard.cli.items;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.explorer.entity.EntityColumn;
import dev.switchboard.explorer.entity.EntityDefinition;
import dev.switchboard.explorer.entity.EntityModel;
import java.util.List;

/**
 * The items of one entity.
 *
 * @param keyNames the key attributes of the table
 */
record EntityFilter(EntityModel model, EntityDefinition entity, List<String> keyNames) {
    List<Item> of(List<Item> items) {
        return items.stream().filter(item -> entity.equals(model.entityOf(item, keyNames))).toList();
    }

    List<EntityColumn> columns() {
        return entity.columns(keyNames);
    }
}
