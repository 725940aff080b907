package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.job.Progress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one query service of conversations, for the window, the command line and the tests. Rows that are not as the console writes
 * them are shown with their marks and stop nothing; those whose time cannot be read are found under {@link TimeRange.All} only.
 */
public final class ConversationQueries {
    private final ItemStore store;
    private final String table;

    public ConversationQueries(ItemStore store, String table) {
        this.store = store;
        this.table = table;
    }

    /**
     * The conversations of a user, the one with the newest message first.
     *
     * @param limit rows wanted, at least 1; fewer come only where there are no more
     * @param startAfter the {@link Page#next} of the page before, null for the first
     */
    public Page<MessageGroup> groups(String userUuid, TimeRange range, int limit, @Nullable PageKey startAfter) {
        PageReader<MessageGroup> reading =
                new PageReader<>(store, table, MessageItems::group, MessageGroup::lastMessageAt, MessageGroup::item);
        return reading.page(MessageItems.groupsOf(userUuid), range, limit, startAfter);
    }

    /** The messages of a group, the newest first. Parameters as in {@link #groups}. */
    public Page<Message> messages(String groupUuid, TimeRange range, int limit, @Nullable PageKey startAfter) {
        PageReader<Message> reading =
                new PageReader<>(store, table, item -> MessageItems.message(item, groupUuid), Message::createdAt, Message::item);
        return reading.page(MessageItems.messagesOf(groupUuid), range, limit, startAfter);
    }

    /**
     * Every message of a group, oldest first, each handed on as it is read; holds only few of them at a time.
     *
     * @throws dev.switchboard.failure.OperationCancelledException on request
     */
    public MessageCount eachMessage(String groupUuid, TimeRange range, Consumer<Message> consumer, Progress progress) {
        return new MessageReader(store, table, consumer).read(groupUuid, range, progress);
    }
}
