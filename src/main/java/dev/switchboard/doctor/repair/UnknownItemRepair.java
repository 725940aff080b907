package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import org.jspecify.annotations.Nullable;

/** Deletes an item that is neither a group row nor a message. */
record UnknownItemRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        @Nullable MessagesTableItem item = reader.item(finding);
        return item instanceof MessagesTableItem.Unknown unknown ? ItemPlan.Edits.of(ItemEdit.delete(unknown.item())) : ItemPlan.GONE;
    }
}
