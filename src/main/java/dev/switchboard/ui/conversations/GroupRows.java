package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.ui.conversations.message.TimeOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conversations as messages change them. */
final class GroupRows {
    private GroupRows() {}

    static Optional<MessageGroup> find(List<MessageGroup> in, String groupUuid) {
        return in.stream().filter(row -> row.uuid().equals(groupUuid)).findFirst();
    }

    /**
     * Returns the rows of a page as they are after messages that the read of the page may have missed, in a list that may be changed.
     *
     * @param shown the rows shown so far
     * @param allTime whether no range hides a row that is not on the page
     */
    static List<MessageGroup> withMessages(List<MessageGroup> page, List<MessageGroup> shown, List<Message> messages, boolean allTime) {
        List<MessageGroup> now = new ArrayList<>(page);
        for (Message message : messages) {
            Optional<MessageGroup> read = find(now, message.group());
            if (read.isEmpty() && allTime) {
                // The message moved the row from a later page to the top.
                find(shown, message.group()).ifPresent(row -> now.add(0, row));
            }
            read.filter(row -> StoredTime.OLDEST_FIRST.compare(row.lastMessageAt(), message.createdAt()) < 0)
                    .ifPresent(row -> now.set(now.indexOf(row), after(row, message)));
        }
        if (!messages.isEmpty()) {
            TimeOrder.sortNewestFirst(now, MessageGroup::lastMessageAt);
        }
        return now;
    }

    /** The row after a message was written. */
    static MessageGroup after(MessageGroup row, Message last) {
        Item item = row.item().with("sk", last.createdAt().text()).with("message", last.text());
        return new MessageGroup(row.uuid(), row.with(), last.text(), last.createdAt(), row.missing(), item);
    }
}
