package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.BulkChange;
import dev.switchboard.dynamodb.edit.EditedItemReader;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.value.ItemRules;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/**
 * The staged edits of a table.
 *
 * @param view the panel that shows them
 */
record StagedTable(TableDetails details, StagedChangesViewModel changes, Parent view) {
    private static final Messages TEXT = Messages.of(StagedTable.class);

    KeySchema keys() {
        return EditedItemReader.keys(details);
    }

    /** The whole items as they were shown; those that no longer exist are left out. */
    List<Item> seen(List<Item> shown, Map<Item, Item> read) {
        List<Item> seen = new ArrayList<>();
        for (Item item : shown) {
            @Nullable Item whole = read.get(keys().of(item));
            if (whole != null) {
                seen.add(SeenItem.of(item, whole));
            }
        }
        return seen;
    }

    /** Stages one change of each of these items that is not to be deleted. */
    void stageEach(List<Item> items, BulkChange change) {
        List<ItemEdit> edits = new ArrayList<>();
        items.forEach(item -> {
            @Nullable Item current = changes.current(item);
            if (current != null) {
                edits.add(new ItemEdit(item, change.edit(current).item()));
            }
        });
        changes.stage(edits);
    }

    /** Stages another text of a value of the same type; returns what is wrong with it, or empty. */
    String stageText(Item read, Item current, String attribute, String text) {
        @Nullable TypedValue typed = EmptyValues.retyped(TypedItems.value(current, attribute), text);
        if (typed == null) {
            return TEXT.get("editing.truth");
        }
        @Nullable Item item = new BulkChange.SetAttribute(attribute, typed).edit(current).item();
        List<String> problems = item == null ? List.of() : ItemRules.of(details).problems(TypedItems.values(item));
        if (problems.isEmpty()) {
            changes.stage(new ItemEdit(read, item));
        }
        return String.join("\n", problems);
    }
}
