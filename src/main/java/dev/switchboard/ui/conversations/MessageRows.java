package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Page;
import dev.switchboard.ui.conversations.message.TimeOrder;
import java.util.ArrayList;
import java.util.List;

/** Messages in the order of time. */
final class MessageRows {
    private MessageRows() {}

    /** The messages of a page, oldest first, in a list that may be changed. */
    static List<Message> oldestFirst(Page<Message> page) {
        return new ArrayList<>(page.rows().reversed());
    }

    /** Inserts a message in order of time, unless it is there: within a group the stored time is the key. */
    static void insert(List<Message> into, Message message) {
        if (into.stream().anyMatch(row -> row.createdAt().text().equals(message.createdAt().text()))) {
            return;
        }
        List<Message> sorted = new ArrayList<>(into);
        sorted.add(message);
        TimeOrder.sort(sorted, TimeOrder.MESSAGES);
        into.add(sorted.indexOf(message), message);
    }
}
