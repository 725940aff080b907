package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.job.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a conversation that ends before its newest message.
 *
 * @param from the time from which on messages are wanted; older ones may be read as well
 * @param until the end, exclusive
 */
record MessageWindow(Instant from, Instant until) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** Every message before the end. */
    TimeRange range() {
        return new TimeRange.Between(EARLIEST, until);
    }

    /**
     * Reads the messages back to the start of the window and the rest of the page with it, as one page.
     *
     * @param most no further page is read behind as many messages
     */
    Page<Message> read(ConversationQueries queries, String group, int most, Progress progress) {
        List<Message> rows = new ArrayList<>();
        double consumed = 0;
        boolean differs = false;
        @Nullable PageKey next = null;
        do {
            progress.stopIfCancelled();
            Page<Message> page = queries.messages(group, range(), MessagesViewModel.PAGE, next);
            rows.addAll(page.rows());
            consumed += page.consumedReadCapacity();
            differs |= page.storedOrderDiffers();
            next = page.next();
            progress.advance(rows.size(), Progress.UNKNOWN);
        } while (next != null && rows.size() < most && !isBefore(rows.getLast()));
        return new Page<>(rows, next, consumed, differs);
    }

    private boolean isBefore(Message message) {
        Instant at = message.createdAt().instant();
        return at == null || at.isBefore(from);
    }

    /** The first of the messages from the start of the window on, or the last one before it; null if there are none. */
    @Nullable
    Message first(List<Message> oldestFirst) {
        for (Message message : oldestFirst) {
            if (!isBefore(message)) {
                return message;
            }
        }
        return oldestFirst.isEmpty() ? null : oldestFirst.getLast();
    }
}
