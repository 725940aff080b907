package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a group row show the newest message, which moves it to another time. A row that the same list has twice is deleted where the other one
 * is right. Also for rows whose time cannot be read.
 */
record StaleRowRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        MessagesTableItem.@Nullable GroupRow row = reader.row(finding);
        if (row == null) {
            return ItemPlan.GONE;
        }
        MessagesTableItem.@Nullable GroupMessage newest = NewestMessages.of(reader.items(), row.group());
        if (newest == null) {
            return Reasons.impossible("no-message");
        }
        if (shows(row, newest)) {
            return ItemPlan.GONE;
        }
        List<MessagesTableItem.GroupRow> all = reader.items().rows(row.owner(), row.group());
        boolean twice = all.stream().anyMatch(other -> !other.key().equals(row.key()) && shows(other, newest));
        return ItemPlan.Edits.of(
                twice ? ItemEdit.delete(row.item()) : new ItemEdit(row.item(), row.showing(newest.text(), newest.time().text())));
    }

    private static boolean shows(MessagesTableItem.GroupRow row, MessagesTableItem.GroupMessage newest) {
        return row.text().equals(newest.text())
                && row.time().instant() != null
                && row.time().instant().equals(newest.time().instant());
    }
}
