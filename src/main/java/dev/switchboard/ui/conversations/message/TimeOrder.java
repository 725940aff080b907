package dev.switchboard.ui.conversations.message;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.StoredTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Chronological order; items with an invalid time are the oldest. */
public final class TimeOrder {
    /** Messages, oldest first. */
    public static final Comparator<Message> MESSAGES = Comparator.comparing(Message::createdAt, StoredTime.OLDEST_FIRST);

    /** Conversations by their last message, oldest first. */
    public static final Comparator<MessageGroup> GROUPS = Comparator.comparing(MessageGroup::lastMessageAt, StoredTime.OLDEST_FIRST);

    private TimeOrder() {}

    /** Sorts in place and returns whether the order changed. The sort is stable. */
    public static <T> boolean sortNewestFirst(List<T> rows, Function<T, StoredTime> time) {
        return sort(rows, Comparator.comparing(time, StoredTime.OLDEST_FIRST.reversed()));
    }

    /** Sorts in place and returns whether the order changed. Fast if the list is already sorted. */
    public static <T> boolean sort(List<T> rows, Comparator<T> order) {
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                rows.sort(order);
                return true;
            }
        }
        return false;
    }
}
