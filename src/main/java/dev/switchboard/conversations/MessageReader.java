package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.Query;
import dev.switchboard.job.Progress;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads every message of a group, oldest first, without keeping them. Items whose sort order differs from the order of time are
 * reordered within a window of {@value #WINDOW} messages.
 */
final class MessageReader {
    private static final int WINDOW = 2_000;
    private static final int AT_ONCE = 1_000;
    private final ItemStore store;
    private final String table;
    private final Consumer<Message> consumer;
    private final PriorityQueue<Message> waiting = new PriorityQueue<>(Comparator.comparing(Message::createdAt, StoredTime.OLDEST_FIRST));
    private @Nullable Instant newest;
    private boolean differs;
    private long count;

    MessageReader(ItemStore store, String table, Consumer<Message> consumer) {
        this.store = store;
        this.table = table;
        this.consumer = consumer;
    }

    MessageCount read(String groupUuid, TimeRange.Fixed range, Progress progress) {
        Query query = new Query(
                table, MessageItems.PK, MessageItems.messagesOf(groupUuid), MessageItems.SK, SortBounds.of(range), false, AT_ONCE, null,
                Map.of());
        double consumed = 0;
        @Nullable Query next = query;
        while (next != null) {
            progress.stopIfCancelled();
            ItemPage page = store.query(next);
            consumed += page.consumedReadCapacity();
            page.items().forEach(item -> take(MessageItems.message(item, groupUuid), range));
            progress.advance(count, Progress.UNKNOWN);
            next = page.next() == null ? null : query.after(page.next());
        }
        while (!waiting.isEmpty()) {
            consumer.accept(waiting.remove());
        }
        return new MessageCount(count, consumed, differs);
    }

    private void take(Message message, TimeRange.Fixed range) {
        if (!SortBounds.contains(range, message.createdAt())) {
            return;
        }
        count++;
        Instant instant = message.createdAt().instant();
        if (instant != null) {
            differs |= newest != null && instant.isBefore(newest);
            newest = newest == null || instant.isAfter(newest) ? instant : newest;
        }
        waiting.add(message);
        if (waiting.size() > WINDOW) {
            consumer.accept(waiting.remove());
        }
    }
}
