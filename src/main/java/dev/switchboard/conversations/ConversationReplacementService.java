package dev.switchboard.conversations;

import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.ParallelTasks;
import dev.switchboard.dynamodb.item.Query;
import dev.switchboard.dynamodb.item.SortKeyCondition;
import dev.switchboard.job.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a complete conversation between two users, replacing the existing items of its message group. */
public final class ConversationReplacementService {
    private static final int PAGE = 1000;
    private final MessageTable table;
    private final BatchWriter writer;

    public ConversationReplacementService(ItemStore store, BatchWriter writer, String table) {
        this.table = new MessageTable(store, table);
        this.writer = writer;
    }

    /**
     * What is in the table before a conversation is replaced.
     *
     * @param free the first time, starting at the wanted one, at which neither user has an item of another group that would be overwritten
     * @param items the number of items of the group: its messages and the group items of both participants
     * @param otherConversation the newest other conversation between the users; null if there is none
     * @param stream whether the table has a stream, whose consumer may fail if messages are deleted
     */
    public record Findings(Instant free, long items, @Nullable MessageGroup otherConversation, boolean stream) {}

    /** Reads what a replacement of a group will find. The reads do not depend on one another, and are made side by side. */
    public Findings find(String groupUuid, Participant one, Participant other, Instant wanted) {
        Instant at = wanted.truncatedTo(ChronoUnit.MICROS);
        AtomicLong items = new AtomicLong();
        AtomicBoolean taken = new AtomicBoolean();
        AtomicBoolean stream = new AtomicBoolean();
        AtomicReference<@Nullable MessageGroup> otherConversation = new AtomicReference<>();
        List<Runnable> reads = List.of(
                () -> items.addAndGet(table.groupItems(one.uuid(), groupUuid).size()),
                () -> items.addAndGet(table.groupItems(other.uuid(), groupUuid).size()),
                () -> messages(groupUuid, item -> items.incrementAndGet()),
                () -> otherConversation.set(other(groupUuid, one, other)),
                () -> taken.compareAndSet(false, isTaken(at, groupUuid, one)),
                () -> taken.compareAndSet(false, isTaken(at, groupUuid, other)),
                () -> stream.set(table.state().hasStream()));
        ParallelTasks.run(reads.size(), i -> reads.get(i).run());
        Instant free = taken.get() ? free(at.plus(1, ChronoUnit.MICROS), groupUuid, one, other) : at;
        return new Findings(free, items.get(), otherConversation.get(), stream.get());
    }

    /** Whether a group has a message. */
    public boolean hasMessages(String groupUuid) {
        return !table.newest(groupUuid, 1).isEmpty();
    }

    /** Whether a group is in a user's list, whatever its last message is. */
    public boolean isListed(String ownerUuid, String groupUuid) {
        return !table.groupItems(ownerUuid, groupUuid).isEmpty();
    }

    private @Nullable MessageGroup other(String groupUuid, Participant one, Participant other) {
        return table.groupItemsWith(one.uuid(), other.uuid()).stream()
                .filter(row -> !row.uuid().equals(groupUuid))
                .findFirst()
                .orElse(null);
    }

    private Instant free(Instant from, String groupUuid, Participant one, Participant other) {
        Instant at = from;
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
