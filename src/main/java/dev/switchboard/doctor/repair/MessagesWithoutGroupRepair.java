package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds the group rows of messages whose two senders are known. */
record MessagesWithoutGroupRepair(RepairReader reader) implements ItemRepair {
    private static final Comparator<MessagesTableItem.GroupMessage> BY_TIME =
            Comparator.comparing(MessagesTableItem.GroupMessage::time, StoredTime.OLDEST_FIRST);

    @Override
    public ItemPlan plan(Finding finding) {
        String group = finding.subject("group");
        Set<String> senders = new LinkedHashSet<>();
        List<MessagesTableItem.GroupMessage> newest = new ArrayList<>(1);
        reader.items().messages(group, Progress.NONE, item -> {
            if (item instanceof MessagesTableItem.GroupMessage message) {
                senders.add(message.sender().uuid());
                if (newest.isEmpty() || BY_TIME.compare(newest.getFirst(), message) <= 0) {
                    newest.clear();
                    newest.add(message);
                }
            }
            return senders.size() <= 2;
        });
        if (newest.isEmpty() || senders.stream().anyMatch(sender -> !reader.items().rows(sender, group).isEmpty())) {
            return ItemPlan.GONE;
        }
        if (senders.size() != 2) {
            return Reasons.impossible("senders", senders.size());
        }
        List<Participant> people = new ArrayList<>();
        for (String sender : senders) {
            @Nullable Participant person = reader.participant(sender);
            if (person == null) {
                return Reasons.impossible("user", sender);
            }
            people.add(person);
        }
        MessagesTableItem.GroupMessage last = newest.getFirst();
        return ItemPlan.Edits.of(
                ItemEdit.create(last.listedFor(people.get(0).uuid(), people.get(1))),
                ItemEdit.create(last.listedFor(people.get(1).uuid(), people.get(0))));
    }
}
