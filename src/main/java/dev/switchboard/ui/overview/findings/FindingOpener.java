package dev.switchboard.ui.overview.findings;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.query.PlanPrinter;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens what a finding is about on its screen. JavaFX thread only. */
final class FindingOpener {
    private static final Messages TEXT = Messages.of(FindingOpener.class);
    private final UiContext context;

    FindingOpener(UiContext context) {
        this.context = context;
    }

    /** Returns where a finding can be looked at, the best place first. */
    static List<FindingTarget> targets(Finding finding) {
        List<FindingTarget> targets = new ArrayList<>();
        boolean group = !finding.subject("group").isEmpty();
        // Without a group row, no screen lists the conversation.
        if (group && finding.check() != DataCheck.MESSAGES_WITHOUT_GROUP) {
            targets.add(FindingTarget.CONVERSATION);
        }
        if (group || !finding.subject("key").isEmpty()) {
            boolean first = finding.check().source() == DataCheck.Source.ITEM;
            targets.add(first ? 0 : targets.size(), FindingTarget.ITEM);
        }
        if (!finding.subject("handle").isEmpty() || !finding.subject("user").isEmpty() || !finding.subject("sub").isEmpty()) {
            targets.add(FindingTarget.USER);
        }
        return targets;
    }

    /** Returns what finds the user on the Users screen: the present handle, which an item can have in a former form. */
    static String user(Session session, Finding finding) {
        String uuid = finding.subject("user");
        String handle = finding.subject("handle");
        List<User> users = uuid.isEmpty() ? List.of() : session.users().all();
        return users.stream()
                .filter(user -> user.uuid().equals(uuid))
                .map(User::handle)
                .filter(known -> !known.isEmpty())
                .findFirst()
                .orElse(handle.isEmpty() ? finding.subject("sub") : handle);
    }

    /** Opens what a finding is about. */
    void open(Finding finding, FindingTarget target) {
        switch (target) {
            case USER -> context.jobs().start(
                    TEXT.get("open.user.job"),
                    progress -> user(context.session(), finding),
                    text -> context.navigator().open("users", Map.of("filter", text)),
                    context.dialogs()::error);
            case ITEM -> openItem(finding);
            case CONVERSATION -> context.jobs().start(
                    TEXT.get("open.job"),
                    progress -> participant(context.session(), finding),
                    handle -> openConversation(finding, handle),
                    context.dialogs()::error);
        }
    }

    private void openItem(Finding finding) {
        String table = context.session().settings().messagesTable();
        context.navigator().open("items", Map.of("query", PlanPrinter.print(plan(table, finding))));
    }

    private void openConversation(Finding finding, @Nullable String handle) {
        if (handle == null) {
            // No user of it is known, so only the items themselves can be shown.
            openItem(finding);
        } else {
            context.navigator().open("conversations", Map.of("user", handle, "group", finding.subject("group")));
        }
    }

    /** The handle of a user whose conversations have the group; null if there is none. */
    static @Nullable String participant(Session session, Finding finding) {
        String group = finding.subject("group");
        List<String> candidates = new ArrayList<>();
        candidates.add(finding.subject("handle"));
        List<User> users = session.users().all();
        users.stream().filter(user -> user.uuid().equals(finding.subject("user"))).map(User::handle).forEach(candidates::add);
        List<Message> newest = session.conversations().messages(group, new TimeRange.All(), 1, null).rows();
        newest.stream().map(message -> message.from().handle()).forEach(candidates::add);
        return candidates.stream()
                .filter(handle -> users.stream().anyMatch(user -> user.handle().equals(handle) && user.identified()))
                .findFirst()
                .orElse(null);
    }

    /** Returns a query for the item of a finding, or for the messages of its group. */
    static ReadPlan plan(String table, Finding finding) {
        String key = finding.subject("key");
        if (key.isEmpty()) {
            TypedValue partition = new TypedValue.Text("MSG#" + finding.subject("group"));
            return ReadPlan.query(table, new KeyCondition("pk", partition, null, null));
        }
        Item item = Item.ofJson(key);
        List<String> names = List.copyOf(item.names());
        @Nullable String sortKey = names.size() < 2 ? null : names.get(1);
        @Nullable SortCondition sort =
                sortKey == null ? null : new SortCondition.Compare(Comparison.EQUAL, value(item, sortKey));
        return ReadPlan.query(table, new KeyCondition(names.getFirst(), value(item, names.getFirst()), sortKey, sort));
    }

    private static TypedValue value(Item item, String name) {
        return Objects.requireNonNull(TypedItems.value(item, name));
    }
}
