package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.ConversationWriter;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.MessageSendResult;
import dev.switchboard.session.DataChange;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.ui.conversations.search.ThreadSearchViewModel;
import dev.switchboard.users.User;
import dev.switchboard.users.UserDirectory;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The whole screen: selecting a user shows conversations, selecting a conversation shows messages, and sending moves it to the top. */
public final class ConversationsViewModel {
    /** Navigation to other screens, and Undo. */
    public interface Navigation {
        /** Opens the screen that sets up the database. */
        void toDatabase();

        /** Opens the screen that seeds a conversation, with a user or with none selected. */
        void toSeeding(@Nullable String from);

        /** Offers to undo a sent message or a started conversation; the change is an ID in the journal. */
        void written(String change);
    }

    private final ConversationUsersViewModel users;
    private final GroupsViewModel groups;
    private final MessagesViewModel messages;
    private final ThreadSearchViewModel find;
    private final ComposerViewModel composer;
    private final NewConversationViewModel newConversation;
    private final Navigation navigation;
    private final Set<String> ownChanges = new HashSet<>();
    private @Nullable String wantedUser;
    private @Nullable String wantedGroup;

    public ConversationsViewModel(
            UserDirectory directory, ConversationQueries queries, ConversationWriter sending, MissingTableDetector problems, UiJobs jobs,
            Navigation navigation) {
        this.navigation = navigation;
        users = new ConversationUsersViewModel(directory, jobs, navigation::toDatabase, problems.setup());
        groups = new GroupsViewModel(queries, problems, jobs);
        messages = new MessagesViewModel(queries, problems, jobs);
        find = new ThreadSearchViewModel(messages);
        composer = new ComposerViewModel(sending, jobs, this::sent);
        newConversation = new NewConversationViewModel(directory, sending, jobs, users, groups, new StartListener());
        groups.emptyStateActions(this::startNew, () -> navigation.toSeeding(handleOf(users.chosen().get())));
        users.chosen().valueProperty().addListener((observable, old, now) -> userChosen(old, now));
        groups.chosen().valueProperty().addListener((observable, old, now) -> groupChosen(old, now));
        groups.chosen().replacedProperty().addListener((observable, old, now) -> counted());
    }

    private static @Nullable String handleOf(@Nullable User user) {
        return user == null ? null : user.handle();
    }

    private void userChosen(@Nullable User old, @Nullable User user) {
        if (old != null && user != null && old.uuid().equals(user.uuid())) {
            // The same user as another row, such as after a sync: the open conversation stays open.
            groups.updated(user);
            composer.writeInto(user, composer.groupProperty().get());
            return;
        }
        newConversation.close();
        groups.show(user, user != null && user.handle().equals(wantedUser) ? wantedGroup : null);
        wantedUser = null;
        wantedGroup = null;
    }

    private void groupChosen(@Nullable MessageGroup old, @Nullable MessageGroup now) {
        if (old != null && now != null && old.uuid().equals(now.uuid())) {
            messages.updated(now);
            return;
        }
        if (now != null) {
            newConversation.close();
        }
        find.close();
        messages.show(now);
        composer.writeInto(users.chosen().get(), now == null || now.uuid().isEmpty() ? null : now);
    }

    private void counted() {
        User user = groups.userProperty().get();
        if (user != null && !groups.rows().isEmpty()
                && groups.rangeProperty().get() instanceof dev.switchboard.conversations.TimeRange.All) {
            users.count(user, groups.rows().size(), groups.paging().moreProperty().get());
        }
    }

    private void sent(MessageSendResult sent) {
        ownChanges.add(sent.change());
        messages.written(sent.message());
        if (sent.groupItemsUpdated()) {
            groups.moved(sent.message());
        }
        navigation.written(sent.change());
    }

    /** Opens the form for a new conversation of the selected user. */
    public void startNew() {
        User user = users.chosen().get();
        if (user != null) {
            newConversation.open(user);
        }
    }

    /**
     * Opens a user and, optionally, one of the conversations of the user.
     *
     * @param handle with or without a leading @
     * @param group UUID of the message group, or null
     */
    public void open(String handle, @Nullable String group) {
        User now = users.chosen().get();
        String name = User.bareHandle(handle);
        if (now != null && now.handle().equals(name)) {
            if (group != null) {
                groups.readFor(group);
                messages.reload();
            }
            return;
        }
        wantedUser = name;
        wantedGroup = group;
        users.choose(name);
        if (users.byHandle(name).isEmpty()) {
            users.load();
        }
    }

    /** Reloads users, conversations, and messages. */
    public void refresh() {
        users.load();
        groups.reload();
        messages.reload();
    }

    /**
     * Reloads what was written elsewhere. What was sent here is shown already and costs no read.
     *
     * @param messagesTable the name of the messages table
     */
    void changed(Set<DataChange> changes, String messagesTable) {
        boolean people = false;
        boolean all = false;
        boolean lists = false;
        boolean thread = false;
        for (DataChange change : changes) {
            switch (change) {
                case DataChange.Users _, DataChange.Database _ -> people = true;
                case DataChange.Tables(String _, String table) when table.equals(messagesTable) -> all = true;
                case DataChange.Items(String _, String table) when table.equals(messagesTable) -> all = true;
                case DataChange.Conversations(String id, Set<String> ofGroups, Set<String> ofUsers) when !ownChanges.remove(id) -> {
                    lists |= isShown(ofUsers);
                    MessageGroup open = groups.chosen().get();
                    thread |= open != null && ofGroups.contains(open.uuid());
                    users.uncount(ofUsers);
                }
                default -> {}
            }
        }
        if (people) {
            users.load();
        }
        if (all || lists) {
            groups.follow();
        }
        if (all || thread) {
            messages.follow();
        }
    }

    private boolean isShown(Set<String> userUuids) {
        User user = groups.userProperty().get();
        return user != null && userUuids.contains(user.uuid());
    }

    /** Reloads the users and the first pages because they may have changed, and keeps the pages behind them. */
    void follow() {
        users.load();
        groups.follow();
        messages.follow();
    }

    /** The oldest time at which a part of the screen was read. */
    ObservableValue<@Nullable Instant> asOf() {
        return AsOf.oldest(users.asOf(), groups.asOf(), messages.asOf());
    }

    /** Cancels all jobs; no results are delivered afterward. */
    public void close() {
        users.stop();
        groups.show(null);
        messages.show(null);
    }

    public ConversationUsersViewModel users() {
        return users;
    }

    public GroupsViewModel groups() {
        return groups;
    }

    public MessagesViewModel messages() {
        return messages;
    }

    /** The search in the open conversation. */
    public ThreadSearchViewModel find() {
        return find;
    }

    public ComposerViewModel composer() {
        return composer;
    }

    public NewConversationViewModel newConversation() {
        return newConversation;
    }

    private final class StartListener implements NewConversationViewModel.CompletionListener {
        @Override
        public void started(User sender, ConversationStartResult.New made) {
            ownChanges.add(made.change());
            if (sender.equals(users.chosen().get())) {
                groups.showNew(made.groupUuid());
            }
            navigation.written(made.change());
        }

        @Override
        public void existing(User sender, MessageGroup group, String text) {
            if (!text.isBlank()) {
                composer.draft(sender, group, text);
            }
            if (sender.equals(users.chosen().get())) {
                groups.showFound(group);
            }
        }
    }
}
