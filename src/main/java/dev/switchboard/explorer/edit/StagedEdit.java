package dev.switchboard.explorer.edit;

import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.value.TypedItems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit that waits for the commit.
 *
 * @param key the key of the item that it is about
 * @param changes what differs, attribute by attribute; all attributes of an item that is created or deleted
 * @param units write capacity units in the table itself, without its indexes; twice as many in a transaction
 */
public record StagedEdit(Item key, ItemEdit edit, StagedKind kind, List<AttributeChange> changes, double units) {
    public StagedEdit {
        changes = List.copyOf(changes);
    }

    static StagedEdit of(ItemEdit edit, KeySchema keys) {
        @Nullable Item expected = edit.expected();
        @Nullable Item item = edit.item();
        StagedKind kind = expected == null
                ? StagedKind.CREATE
                : item == null ? StagedKind.DELETE : edit.moves(keys) ? StagedKind.MOVE : StagedKind.CHANGE;
        List<AttributeChange> changes = AttributeChange.between(
                expected == null ? null : TypedItems.values(expected), item == null ? null : TypedItems.values(item));
        return new StagedEdit(keys.of(edit.subject()), edit, kind, changes, edit.units(keys));
    }
}
