package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.Participant;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import org.jspecify.annotations.Nullable;

/** Adds the group row of the other participant, a copy of the one that there is with the names of its owner. */
record OneSidedGroupRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        MessagesTableItem.@Nullable GroupRow row = reader.row(finding);
        if (row == null || !reader.items().rows(row.other().uuid(), row.group()).isEmpty()) {
            return ItemPlan.GONE;
        }
        @Nullable Participant owner = reader.participant(row.owner());
        return owner == null
                ? Reasons.impossible("user", row.owner())
                : ItemPlan.Edits.of(ItemEdit.create(row.mirrored(owner)));
    }
}
