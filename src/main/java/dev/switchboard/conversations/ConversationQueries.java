package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.job.Progress;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Queries conversations for the window, the command line and the tests. Irregular items are returned with their anomalies. Items
 * whose time cannot be read are returned only for {@link TimeRange.All}.
 */
public final class ConversationQueries {
    private final ItemStore store;
    private final String table;
    private final InstantSource clock;

    public ConversationQueries(ItemStore store, String table) {
        this(store, table, InstantSource.system());
    }

    /** @param clock the present, for ranges that depend on it */
    public ConversationQueries(ItemStore store, String table, InstantSource clock) {
        this.store = store;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Returns the conversations of a user, newest message first.
     *
     * @param limit the page size, at least 1; only the last page has fewer
     * @param startAfter the {@link Page#next} of the previous page; null for the first
     */
    public Page<MessageGroup> groups(String userUuid, TimeRange range, int limit, @Nullable PageKey startAfter) {
        PageReader<MessageGroup> reading =
                new PageReader<>(store, table, MessageItems::group, MessageGroup::lastMessageAt, MessageGroup::item);
        return reading.page(MessageItems.groupsOf(userUuid), range.at(clock.instant()), limit, startAfter);
    }

    /** Returns the messages of a group, newest first. The parameters are those of {@link #groups}. */
    public Page<Message> messages(String groupUuid, TimeRange range, int limit, @Nullable PageKey startAfter) {
        PageReader<Message> reading =
                new PageReader<>(store, table, item -> MessageItems.message(item, groupUuid), Message::createdAt, Message::item);
        return reading.page(MessageItems.messagesOf(groupUuid), range.at(clock.instant()), limit, startAfter);
    }

    /**
     * Passes every message of a group to a consumer, oldest first. Holds only a few of them at a time.
     *
     * @throws dev.switchboard.failure.OperationCancelledException on request
     */
    public MessageCount eachMessage(String groupUuid, TimeRange range, Consumer<Message> consumer, Progress progress) {
        return new MessageReader(store, table, consumer).read(groupUuid, range.at(clock.instant()), progress);
    }
}
