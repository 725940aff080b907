package dev.switchboard.conversations;

import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Query;
import dev.switchboard.dynamodb.item.SortKeyCondition;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a complete conversation between two users, replacing the existing items of its message group. */
public final class ConversationReplacementService {
    private static final int PAGE = 1000;
    private final MessageTable table;
    private final BatchWriter writer;

    public ConversationReplacementService(ItemStore store, Tables tables, BatchWriter writer, String table) {
        this.table = new MessageTable(store, tables, table);
        this.writer = writer;
    }

    /** Counts the items of a group: its messages and the group items of both participants. */
    public long rows(String groupUuid, Participant one, Participant other) {
        long[] count = {table.groupItems(one.uuid(), groupUuid).size() + table.groupItems(other.uuid(), groupUuid).size()};
        messages(groupUuid, item -> count[0]++);
        return count[0];
    }

    /** Whether a group has a message. */
    public boolean hasMessages(String groupUuid) {
        return !table.newest(groupUuid, 1).isEmpty();
    }

    /** Whether a group is in a user's list, whatever its last message is. */
    public boolean isListed(String ownerUuid, String groupUuid) {
        return !table.groupItems(ownerUuid, groupUuid).isEmpty();
    }

    /** Returns the newest other conversation between the users; empty if there is none. */
    public Optional<MessageGroup> other(String groupUuid, Participant one, Participant other) {
        return table.groupItemsWith(one.uuid(), other.uuid()).stream()
                .filter(row -> !row.uuid().equals(groupUuid))
                .findFirst();
    }

    /** Whether the table has a stream, whose consumer may fail if messages are deleted. */
    public boolean hasStream() {
        return table.hasStream();
    }

    /**
     * Returns the first time, starting at the given one, at which neither user has an item of another group that would be
     * overwritten.
     */
    public Instant free(Instant wanted, String groupUuid, Participant one, Participant other) {
        Instant at = wanted.truncatedTo(ChronoUnit.MICROS);
        while (isTaken(at, groupUuid, one) || isTaken(at, groupUuid, other)) {
            at = at.plus(1, ChronoUnit.MICROS);
        }
        return at;
    }

    private boolean isTaken(Instant at, String groupUuid, Participant owner) {
        Item key = Item.builder().string(MessageItems.PK, MessageItems.groupsOf(owner.uuid())).string(MessageItems.SK, StoredTime.write(at))
                .build();
        return table.store().get(table.name(), key).filter(row -> !groupUuid.equals(row.string(MessageItems.GROUP))).isPresent();
    }

    /**
     * Writes the messages, then deletes all other messages of the group, and updates the group items of both participants last. So
     * these refer to the last message at all times, and those of a new conversation do not exist before it.
     *
     * @param messages at least one, in order of time
     * @param progress receives the number of messages written and their total
     * @throws dev.switchboard.failure.OperationCancelledException on request, with the number of messages written
     * @throws dev.switchboard.failure.PartialCompletionException if it failed partway; running it again completes it
     */
    public ConversationReplaceResult replace(String groupUuid, Participant one, Participant other, List<ScriptedMessage> messages,
            Progress progress) {
        return new ConversationReplacer(table, writer, groupUuid, one, other, messages, progress, this::messages).run();
    }

    /** Reads every message item of a group with strong consistency. */
    private void messages(String groupUuid, Consumer<Item> rows) {
        @Nullable PageKey from = null;
        do {
            Query query = new Query(
                    table.name(), MessageItems.PK, MessageItems.messagesOf(groupUuid), MessageItems.SK, new SortKeyCondition.All(), false,
                    PAGE, from, Map.of());
            ItemPage page = table.store().query(query.consistently());
            page.items().forEach(rows);
            from = page.next();
        } while (from != null);
    }
}
