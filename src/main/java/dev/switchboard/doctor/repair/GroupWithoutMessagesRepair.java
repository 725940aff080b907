package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deletes the group rows of a group that has no messages. */
record GroupWithoutMessagesRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        MessagesTableItem.@Nullable GroupRow row = reader.row(finding);
        if (row == null) {
            return ItemPlan.GONE;
        }
        boolean[] empty = {true};
        reader.items().messages(row.group(), Progress.NONE, item -> {
            empty[0] = false;
            return false;
        });
        if (!empty[0]) {
            return ItemPlan.GONE;
        }
        Set<String> people = new LinkedHashSet<>(List.of(row.owner(), row.other().uuid()));
        List<ItemEdit> deletes = new ArrayList<>();
        people.forEach(person -> reader.items().rows(person, row.group()).forEach(there -> deletes.add(ItemEdit.delete(there.item()))));
        return new ItemPlan.Edits(deletes);
    }
}
