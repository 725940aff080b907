package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.StoredTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The order in time, which is the one that is shown; rows whose time cannot be read count as the oldest. */
final class TimeOrder {
    /** Messages, oldest first. */
    static final Comparator<Message> MESSAGES = Comparator.comparing(Message::createdAt, StoredTime.OLDEST_FIRST);

    /** Groups, by their last message, oldest first. */
    static final Comparator<MessageGroup> GROUPS = Comparator.comparing(MessageGroup::lastMessageAt, StoredTime.OLDEST_FIRST);

    private TimeOrder() {}

    /** Sorts in place, and says whether anything moved. Rows of one instant keep their order. */
    static <T> boolean sortNewestFirst(List<T> rows, Function<T, StoredTime> time) {
        return sort(rows, Comparator.comparing(time, StoredTime.OLDEST_FIRST.reversed()));
    }

    /** Sorts in place, and says whether anything moved. Cheap where the rows are in order. */
    static <T> boolean sort(List<T> rows, Comparator<T> order) {
        for (int i = 1; i < rows.size(); i++) {
            if (order.compare(rows.get(i - 1), rows.get(i)) > 0) {
                rows.sort(order);
                return true;
            }
        }
        return false;
    }
}
