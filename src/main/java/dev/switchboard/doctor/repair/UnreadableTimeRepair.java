package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;

/** Moves a group row to the time of the newest message, and deletes a message whose time nothing else tells. */
record UnreadableTimeRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        return switch (reader.item(finding)) {
            case MessagesTableItem.GroupRow row -> new StaleRowRepair(reader).plan(finding);
            case MessagesTableItem.GroupMessage message -> ItemPlan.Edits.of(ItemEdit.delete(message.item()));
            case MessagesTableItem.Unknown unknown -> ItemPlan.GONE;
            case null -> ItemPlan.GONE;
        };
    }
}
