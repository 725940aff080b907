package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Query;
import dev.switchboard.dynamodb.item.SortKeyCondition;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WritePermit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The messages table as those who write to it need it: they read what is there now, not a copy that is a moment old. */
record MessageTable(ItemStore store, Tables tables, String name) {
    private static final int PAGE = 1000;

    /** Every group row of a user that names the group; more than one where a crash left some. */
    List<MessageGroup> groupRows(String userUuid, String groupUuid) {
        return groupRows(userUuid, Map.of(MessageItems.GROUP, groupUuid));
    }

    /** Every group row of a user whose other participant is this one. */
    List<MessageGroup> groupRowsWith(String userUuid, String otherUuid) {
        return groupRows(userUuid, Map.of(MessageItems.USER, otherUuid));
    }

    private List<MessageGroup> groupRows(String userUuid, Map<String, String> filter) {
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

    /** The message that sorts last; empty in a group without one. */
    Optional<Message> lastMessage(String groupUuid) {
        Query query =
                new Query(name, MessageItems.PK, MessageItems.messagesOf(groupUuid), MessageItems.SK, new SortKeyCondition.All(), true, 1,
                        null, Map.of());
        return store.query(query.consistently()).items().stream().findFirst().map(item -> MessageItems.message(item, groupUuid));
    }

    /** Whether a row has this key. */
    boolean isTaken(Item row) {
        return store.get(name, MessageItems.key(row)).isPresent();
    }

    boolean hasStream() {
        return tables.hasStream(name);
    }

    void transact(List<Write> writes, WritePermit change) {
        // Each attempt is another transaction, so each gets a token of its own; the SDK's own retries of one share it.
        transact(writes, UUID.randomUUID().toString(), change);
    }

    /** The same with a token that others may bear as well. */
    void transact(List<Write> writes, String token, WritePermit change) {
        store.transact(name, writes, token, change);
    }

    /** Does the work as one change, whose end the journal gets. The work says what it did. */
    <T> T changing(Intent intent, Function<WritePermit, T> work, Function<T, String> did) {
        WritePermit change = store.begin(name, intent);
        try {
            T result = work.apply(change);
            change.done(did.apply(result));
            return result;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }
}
