package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.Participant;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the UUID of a user whom PostgreSQL does not have by that of the user with the same handle, as after users were created again. The
 * handle is that in the item, or for the owner of a group row that in the row of the other participant.
 */
record UnknownUserRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        return switch (reader.item(finding)) {
            case MessagesTableItem.GroupRow row -> row(row);
            case MessagesTableItem.GroupMessage message -> message(message);
            case MessagesTableItem.Unknown unknown -> ItemPlan.GONE;
            case null -> ItemPlan.GONE;
        };
    }

    private ItemPlan message(MessagesTableItem.GroupMessage message) {
        if (reader.participant(message.sender().uuid()) != null) {
            return ItemPlan.GONE;
        }
        @Nullable Participant again = reader.byHandle(message.sender().handle());
        return again == null
                ? Reasons.impossible("handle", message.sender().handle())
                : ItemPlan.Edits.of(new ItemEdit(message.item(), message.from(again)));
    }

    private ItemPlan row(MessagesTableItem.GroupRow row) {
        Item item = row.item();
        if (reader.participant(row.other().uuid()) == null) {
            @Nullable Participant again = reader.byHandle(row.other().handle());
            if (again == null) {
                return Reasons.impossible("handle", row.other().handle());
            }
            item = row.naming(again);
        }
        if (reader.participant(row.owner()) == null) {
            @Nullable String handle = ownerHandle(row);
            @Nullable Participant again = handle == null ? null : reader.byHandle(handle);
            if (again == null) {
                return handle == null ? Reasons.impossible("owner", row.owner()) : Reasons.impossible("handle", handle);
            }
            MessagesTableItem named = MessagesTableItem.read(item);
            item = named instanceof MessagesTableItem.GroupRow other ? other.ownedBy(again.uuid()) : item;
        }
        return item.equals(row.item()) ? ItemPlan.GONE : ItemPlan.Edits.of(new ItemEdit(row.item(), item));
    }

    /** The handle of the owner in the row of the other participant, or in a message; null if neither tells it. */
    private @Nullable String ownerHandle(MessagesTableItem.GroupRow row) {
        for (MessagesTableItem.GroupRow other : reader.items().rows(row.other().uuid(), row.group())) {
            if (!other.other().handle().isEmpty()) {
                return other.other().handle();
            }
        }
        AtomicReference<@Nullable String> handle = new AtomicReference<>();
        reader.items().messages(row.group(), Progress.NONE, item -> {
            if (item instanceof MessagesTableItem.GroupMessage message && !message.sender().uuid().equals(row.other().uuid())) {
                handle.set(message.sender().handle());
            }
            return handle.get() == null;
        });
        return handle.get();
    }
}
