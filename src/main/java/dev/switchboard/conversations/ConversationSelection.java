package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Query;
import dev.switchboard.dynamodb.item.SortKeyCondition;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Selects the items of one conversation: its messages, and the group item of each participant. */
public final class ConversationSelection {
    private static final Messages TEXT = Messages.of(ConversationSelection.class);
    private static final int PAGE = 1000;
    private final ItemStore store;
    private final String table;

    public ConversationSelection(ItemStore store, String table) {
        this.store = store;
        this.table = table;
    }

    /**
     * Finds the participants, which the messages and the group items name, and returns what selects the items.
     *
     * @throws InvalidInputException if the conversation was not found
     */
    public List<ItemSelection> of(String groupUuid, Progress progress) {
        Set<String> users = new LinkedHashSet<>();
        each(MessageItems.messagesOf(groupUuid), Map.of(), progress, item -> add(users, item));
        if (users.isEmpty()) {
            throw new InvalidInputException("group_unknown", TEXT.get("copy.no-group", groupUuid), TEXT.get("copy.no-group.remedy"));
        }
        Deque<String> open = new ArrayDeque<>(users);
        while (!open.isEmpty()) {
            Set<String> named = new LinkedHashSet<>();
            each(MessageItems.groupsOf(open.remove()), Map.of(MessageItems.GROUP, groupUuid), progress, item -> add(named, item));
            named.removeAll(users);
            users.addAll(named);
            open.addAll(named);
        }
        List<ItemSelection> selections = new ArrayList<>();
        selections.add(ItemSelection.partition(MessageItems.PK, MessageItems.messagesOf(groupUuid)));
        for (String user : users) {
            selections.add(new ItemSelection(
                    null,
                    "#partition = :partition",
                    "#group = :group",
                    Map.of("#partition", MessageItems.PK, "#group", MessageItems.GROUP),
                    Item.builder().string(":partition", MessageItems.groupsOf(user)).string(":group", groupUuid).build(),
                    List.of()));
        }
        return selections;
    }

    private static void add(Set<String> users, Item item) {
        @Nullable String user = item.string(MessageItems.USER);
        if (user != null && !user.isEmpty()) {
            users.add(user);
        }
    }

    private void each(String partition, Map<String, String> filter, Progress progress, Consumer<Item> consumer) {
        @Nullable PageKey after = null;
        do {
            progress.stopIfCancelled();
            ItemPage page = store.query(new Query(
                    table, MessageItems.PK, partition, MessageItems.SK, new SortKeyCondition.All(), false, PAGE, after, filter));
            page.items().forEach(consumer);
            after = page.next();
        } while (after != null);
    }
}
