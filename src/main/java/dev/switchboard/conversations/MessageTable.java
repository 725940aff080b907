package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Query;
import dev.switchboard.dynamodb.item.SortKeyCondition;
import dev.switchboard.dynamodb.item.TableState;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WritePermit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The messages table for writers: reads are strongly consistent. */
record MessageTable(ItemStore store, String name) {
    private static final int PAGE = 1000;

    /** Returns the group items of a user for a group; more than one after a crash. */
    List<MessageGroup> groupItems(String userUuid, String groupUuid) {
        return groupItems(userUuid, Map.of(MessageItems.GROUP, groupUuid));
    }

    /** Returns the group items of a user with the given other participant. */
    List<MessageGroup> groupItemsWith(String userUuid, String otherUuid) {
        return groupItems(userUuid, Map.of(MessageItems.USER, otherUuid));
    }

    private List<MessageGroup> groupItems(String userUuid, Map<String, String> filter) {
        List<MessageGroup> rows = new ArrayList<>();
        @Nullable PageKey from = null;
        do {
            Query query = new Query(name, MessageItems.PK, MessageItems.groupsOf(userUuid), MessageItems.SK, new SortKeyCondition.All(),
                    true, PAGE, from, filter);
            ItemPage page = store.query(query.consistently());
            page.items().forEach(item -> rows.add(MessageItems.group(item)));
            from = page.next();
        } while (from != null);
        return rows;
    }

    /** Returns the messages that sort last, the last one first; fewer if the group has no more. */
    List<Message> newest(String groupUuid, int most) {
        Query query =
                new Query(name, MessageItems.PK, MessageItems.messagesOf(groupUuid), MessageItems.SK, new SortKeyCondition.All(), true,
                        most,
                        null, Map.of());
        return store.query(query.consistently()).items().stream().map(item -> MessageItems.message(item, groupUuid)).toList();
    }

    /** Returns the existing ones of a few items by their keys, with one request. */
    Collection<Item> items(List<Item> wanted) {
        return store.get(name, wanted).values();
    }

    /** What a write has to know about the table; at most a minute old. */
    TableState state() {
        return store.state(name);
    }

    /** Whether an item with this key exists. */
    boolean isTaken(Item row) {
        return store.get(name, MessageItems.key(row)).isPresent();
    }

    /** Writes a transaction, each write of which states the item that it expects. */
    void transact(List<Write> writes, WritePermit change) {
        // Each attempt is a separate transaction with its own token; the SDK's retries of one attempt share it.
        transact(writes, UUID.randomUUID().toString(), change);
    }

    /** Writes a transaction, each write of which states the item that it expects, with a token that other writers may use as well. */
    void transact(List<Write> writes, String token, WritePermit change) {
        store.transactExpected(name, writes, token, change);
    }

    /** Runs work as one change and records its outcome in the journal. */
    <T> T changing(Intent intent, Function<WritePermit, T> work, Function<T, String> sentence) {
        WritePermit change = store.begin(state(), intent);
        try {
            T result = work.apply(change);
            change.done(sentence.apply(result));
            return result;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }
}
