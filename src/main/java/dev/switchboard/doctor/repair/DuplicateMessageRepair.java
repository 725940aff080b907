package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.job.Progress;
import org.jspecify.annotations.Nullable;

/** Deletes a message that an earlier one repeats, after comparing both. */
record DuplicateMessageRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        MessagesTableItem.@Nullable GroupMessage extra = reader.message(finding);
        if (extra == null) {
            return ItemPlan.GONE;
        }
        boolean[] repeated = {false};
        reader.items().messages(extra.group(), Progress.NONE, item -> {
            if (item.key().equals(extra.key())) {
                return false;
            }
            repeated[0] |= item instanceof MessagesTableItem.GroupMessage message && isSame(message, extra);
            return !repeated[0];
        });
        return repeated[0] ? ItemPlan.Edits.of(ItemEdit.delete(extra.item())) : ItemPlan.GONE;
    }

    private static boolean isSame(MessagesTableItem.GroupMessage one, MessagesTableItem.GroupMessage other) {
        boolean sameUuid = !one.uuid().isEmpty() && one.uuid().equals(other.uuid());
        return sameUuid
                || (one.sender().uuid().equals(other.sender().uuid())
                        && one.text().equals(other.text())
                        && one.time().instant() != null
                        && one.time().instant().equals(other.time().instant()));
    }
}
