package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Query;
import dev.switchboard.dynamodb.item.SortKeyCondition;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of conversations and lists of conversations as they are stored, with strong consistency. Counts what it consumes.
 * Thread-safe.
 */
public final class MessagesTableReader {
    private static final int PAGE = 1000;
    private final ItemStore store;
    private final String table;
    private final DoubleAdder consumed = new DoubleAdder();

    public MessagesTableReader(ItemStore store, String table) {
        this.store = store;
        this.table = table;
    }

    /** The read capacity units consumed so far, without those of single items. */
    public double consumedReadCapacity() {
        return consumed.sum();
    }

    /** Returns an item by its key; empty if it does not exist. */
    public Optional<MessagesTableItem> get(Item key) {
        return store.get(table, key).map(MessagesTableItem::read);
    }

    /** Returns the rows of a group in the list of a user. Reads the whole list. */
    public List<MessagesTableItem.GroupRow> rows(String ownerUuid, String groupUuid) {
        return rowsWhere(ownerUuid, Map.of(MessageItems.GROUP, groupUuid));
    }

    /** Returns the rows in the list of a user that name another one. Reads the whole list. */
    public List<MessagesTableItem.GroupRow> rowsWith(String ownerUuid, String otherUuid) {
        return rowsWhere(ownerUuid, Map.of(MessageItems.USER, otherUuid));
    }

    private List<MessagesTableItem.GroupRow> rowsWhere(String ownerUuid, Map<String, String> filter) {
        List<MessagesTableItem.GroupRow> rows = new ArrayList<>();
        pages(MessageItems.groupsOf(ownerUuid), false, PAGE, filter, Progress.NONE, item -> {
            if (MessagesTableItem.read(item) instanceof MessagesTableItem.GroupRow row) {
                rows.add(row);
            }
            return true;
        });
        return rows;
    }

    /**
     * Passes the items of the list of a user in the order of their sort keys.
     *
     * @param items returns whether to go on
     */
    public void list(String ownerUuid, Progress progress, Predicate<MessagesTableItem> items) {
        pages(MessageItems.groupsOf(ownerUuid), false, PAGE, Map.of(), progress, item -> items.test(MessagesTableItem.read(item)));
    }

    /**
     * Passes the items of a group in the order of their sort keys.
     *
     * @param items returns whether to go on
     */
    public void messages(String groupUuid, Progress progress, Predicate<MessagesTableItem> items) {
        pages(MessageItems.messagesOf(groupUuid), false, PAGE, Map.of(), progress, item -> items.test(MessagesTableItem.read(item)));
    }

    /** Returns the first message of a group in the order of the sort keys that has a readable time; empty if there is none. */
    public Optional<MessagesTableItem.GroupMessage> oldest(String groupUuid) {
        return end(groupUuid, false);
    }

    /** Returns the last message of a group in the order of the sort keys that has a readable time; empty if there is none. */
    public Optional<MessagesTableItem.GroupMessage> newest(String groupUuid) {
        return end(groupUuid, true);
    }

    private Optional<MessagesTableItem.GroupMessage> end(String groupUuid, boolean newestFirst) {
        List<MessagesTableItem.GroupMessage> found = new ArrayList<>(1);
        pages(MessageItems.messagesOf(groupUuid), newestFirst, 1, Map.of(), Progress.NONE, item -> {
            if (MessagesTableItem.read(item) instanceof MessagesTableItem.GroupMessage message && message.time().instant() != null) {
                found.add(message);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private void pages(
            String partition, boolean newestFirst, int limit, Map<String, String> filter, Progress progress, Predicate<Item> items) {
        @Nullable PageKey from = null;
        do {
            progress.stopIfCancelled();
            Query query = new Query(
                    table, MessageItems.PK, partition, MessageItems.SK, new SortKeyCondition.All(), newestFirst, limit, from, filter);
            ItemPage page = store.query(query.consistently());
            consumed.add(page.consumedReadCapacity());
            for (Item item : page.items()) {
                if (!items.test(item)) {
                    return;
                }
            }
            from = page.next();
        } while (from != null);
    }
}
