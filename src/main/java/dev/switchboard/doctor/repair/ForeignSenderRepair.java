package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import org.jspecify.annotations.Nullable;

/** Deletes a message of somebody who does not have the group in their list. */
record ForeignSenderRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        MessagesTableItem.@Nullable GroupMessage message = reader.message(finding);
        return message == null || !reader.items().rows(message.sender().uuid(), message.group()).isEmpty()
                ? ItemPlan.GONE
                : ItemPlan.Edits.of(ItemEdit.delete(message.item()));
    }
}
