package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.MessagesTableKeys;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the same instant as the console writes it, or the next free microsecond. */
record TimeOrderRepair(RepairReader reader) implements ItemRepair {
    @Override
    public ItemPlan plan(Finding finding) {
        return switch (reader.item(finding)) {
            case MessagesTableItem.GroupRow row -> moved(row, row.time(), time -> MessagesTableKeys.row(row.owner(), time), row::at);
            case MessagesTableItem.GroupMessage message ->
                moved(message, message.time(), time -> MessagesTableKeys.message(message.group(), time), message::at);
            case MessagesTableItem.Unknown unknown -> ItemPlan.GONE;
            case null -> ItemPlan.GONE;
        };
    }

    private ItemPlan moved(MessagesTableItem item, StoredTime time, Function<String, Item> key, Function<String, Item> at) {
        @Nullable Instant instant = time.instant();
        if (instant == null) {
            return Reasons.impossible("no-time");
        }
        if (StoredTime.write(instant).equals(time.text())) {
            return Reasons.impossible("usual-time");
        }
        return ItemPlan.Edits.of(new ItemEdit(item.item(), at.apply(free(instant, key))));
    }

    private String free(Instant instant, Function<String, Item> key) {
        Instant at = instant;
        while (reader.items().get(key.apply(StoredTime.write(at))).isPresent()) {
            at = at.plus(1, ChronoUnit.MICROS);
        }
        return StoredTime.write(at);
    }
}
