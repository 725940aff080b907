package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.inspection.GroupAges;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moves the messages of one of two groups of the same people to the one that stays, and deletes its group rows. */
record DuplicateGroupRepair(RepairReader reader, RepairChoice choice) implements ItemRepair {
    private static final int MOST_MESSAGES = 20_000;

    @Override
    public ItemPlan plan(Finding finding) {
        MessagesTableItem.@Nullable GroupRow row = reader.row(finding);
        if (row == null) {
            return ItemPlan.GONE;
        }
        Map<String, List<MessagesTableItem.GroupRow>> groups = new LinkedHashMap<>();
        List<MessagesTableItem.GroupRow> rows = new ArrayList<>(reader.items().rowsWith(row.owner(), row.other().uuid()));
        rows.addAll(reader.items().rowsWith(row.other().uuid(), row.owner()));
        rows.forEach(each -> groups.computeIfAbsent(each.group(), uuid -> new ArrayList<>()).add(each));
        List<String> ages = new GroupAges(reader.items()).oldestFirst(List.copyOf(groups.keySet()));
        if (ages.size() < 2) {
            return ItemPlan.GONE;
        }
        String stays = choice == RepairChoice.OLDER ? ages.getFirst() : ages.getLast();
        // Each finding names one of the later groups; with the newest staying, it stands for the group that goes in its place.
        String goes = choice == RepairChoice.OLDER ? row.group() : ages.get(ages.indexOf(row.group()) - 1);
        return goes.equals(stays) ? ItemPlan.GONE : merge(goes, stays, groups);
    }

    private ItemPlan merge(String goes, String stays, Map<String, List<MessagesTableItem.GroupRow>> groups) {
        Set<String> taken = new HashSet<>();
        List<MessagesTableItem.GroupMessage> moving = new ArrayList<>();
        if (!read(stays, message -> taken.add(message.time().text())) || !read(goes, moving::add)) {
            return Reasons.impossible("size", MOST_MESSAGES);
        }
        List<ItemEdit> edits = new ArrayList<>();
        MessagesTableItem.@Nullable GroupMessage newest = null;
        for (MessagesTableItem.GroupMessage message : moving) {
            String time = free(message.time(), taken);
            taken.add(time);
            Item item = message.in(stays, time);
            edits.add(new ItemEdit(message.item(), item));
            newest = MessagesTableItem.read(item) instanceof MessagesTableItem.GroupMessage moved ? later(newest, moved) : newest;
        }
        List<MessagesTableItem.GroupRow> staying = Objects.requireNonNull(groups.get(stays));
        for (MessagesTableItem.GroupRow row : staying) {
            if (newest != null && isAfter(newest.time(), row.time())) {
                edits.add(new ItemEdit(row.item(), row.showing(newest.text(), newest.time().text())));
            }
        }
        Set<Object> moves = new HashSet<>();
        edits.stream().map(ItemEdit::item).filter(Objects::nonNull).map(MessagesTableItem::read).forEach(item -> moves.add(item.key()));
        // The row of the group that goes may be where that of the other one moves to: then it is replaced by it in a second run.
        for (MessagesTableItem.GroupRow row : Objects.requireNonNull(groups.get(goes))) {
            if (moves.contains(row.key())) {
                edits.removeIf(edit -> edit.item() != null && MessagesTableItem.read(edit.item()).key().equals(row.key()));
                MessagesTableItem.GroupRow own =
                        staying.stream().filter(other -> other.owner().equals(row.owner())).findFirst().orElseThrow();
                edits.add(new ItemEdit(row.item(), own.showing(row.text(), row.time().text())));
                edits.add(ItemEdit.delete(own.item()));
            } else {
                edits.add(ItemEdit.delete(row.item()));
            }
        }
        return new ItemPlan.Edits(edits);
    }

    private boolean read(String group, Consumer<MessagesTableItem.GroupMessage> messages) {
        int[] count = {0};
        reader.items().messages(group, Progress.NONE, item -> {
            if (item instanceof MessagesTableItem.GroupMessage message) {
                messages.accept(message);
            }
            return ++count[0] <= MOST_MESSAGES;
        });
        return count[0] <= MOST_MESSAGES;
    }

    /** The time, or the next one that is free. A time that cannot be read and is taken gets an ending. */
    private static String free(StoredTime time, Set<String> taken) {
        String text = time.text();
        @Nullable Instant instant = time.instant();
        for (int i = 1; taken.contains(text); i++) {
            text = instant == null ? time.text() + "-" + i : StoredTime.write(instant.plus(i, ChronoUnit.MICROS));
        }
        return text;
    }

    private static MessagesTableItem.@Nullable GroupMessage later(
            MessagesTableItem.@Nullable GroupMessage one, MessagesTableItem.GroupMessage other) {
        return other.time().instant() != null && (one == null || isAfter(other.time(), one.time())) ? other : one;
    }

    private static boolean isAfter(StoredTime one, StoredTime other) {
        return one.instant() != null && (other.instant() == null || one.instant().isAfter(other.instant()));
    }
}
