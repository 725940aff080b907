package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.journal.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The edits of a plan as they are shown. An item that moves is shown as one change, under its former key. */
final class PlannedWrites {
    private PlannedWrites() {}

    static List<Change> of(List<ItemEdit> edits) {
        return edits.stream().map(edit -> new Change(
                MessagesTableItem.read(edit.subject()).key().toJson(), json(edit.expected()), json(edit.item()))).toList();
    }

    private static @Nullable String json(@Nullable Item item) {
        return item == null ? null : item.toJson();
    }
}
