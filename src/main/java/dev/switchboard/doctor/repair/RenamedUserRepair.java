package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.Participant;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import org.jspecify.annotations.Nullable;

/** Copies the names of PostgreSQL to an item. */
record RenamedUserRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        return switch (reader.item(finding)) {
            case MessagesTableItem.GroupRow row -> plan(row.other(), row);
            case MessagesTableItem.GroupMessage message -> plan(message.sender(), message);
            case MessagesTableItem.Unknown unknown -> ItemPlan.GONE;
            case null -> ItemPlan.GONE;
        };
    }

    private ItemPlan plan(Participant copied, MessagesTableItem item) {
        @Nullable Participant now = reader.participant(copied.uuid());
        if (now == null) {
            return Reasons.impossible("user", copied.uuid());
        }
        Participant whole = now.displayName().isEmpty() ? new Participant(now.uuid(), now.handle(), copied.displayName()) : now;
        if (whole.equals(copied)) {
            return ItemPlan.GONE;
        }
        return switch (item) {
            case MessagesTableItem.GroupRow row -> ItemPlan.Edits.of(new ItemEdit(row.item(), row.naming(whole)));
            case MessagesTableItem.GroupMessage message -> ItemPlan.Edits.of(new ItemEdit(message.item(), message.from(whole)));
            case MessagesTableItem.Unknown unknown -> ItemPlan.GONE;
        };
    }
}
