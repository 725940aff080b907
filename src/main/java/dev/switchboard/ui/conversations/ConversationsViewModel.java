package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.ConversationWriter;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.MessageSendResult;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.users.User;
import dev.switchboard.users.UserDirectory;
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
    private final ComposerViewModel composer;
    private final NewConversationViewModel newConversation;
    private final Navigation navigation;
    private @Nullable String wantedUser;
    private @Nullable String wantedGroup;

    public ConversationsViewModel(
            UserDirectory directory, ConversationQueries queries, ConversationWriter sending, MissingTableDetector problems, UiJobs jobs,
            Navigation navigation) {
        this.navigation = navigation;
        users = new ConversationUsersViewModel(directory, jobs, navigation::toDatabase, problems.setup());
        groups = new GroupsViewModel(queries, problems, jobs);
        messages = new MessagesViewModel(queries, problems, jobs);
        composer = new ComposerViewModel(sending, jobs, this::sent);
        newConversation = new NewConversationViewModel(directory, sending, jobs, users, groups, new StartListener());
        groups.emptyStateActions(this::startNew, () -> navigation.toSeeding(handleOf(users.chosen().get())));
        users.chosen().valueProperty().addListener((observable, old, now) -> userChosen(now));
        groups.chosen().valueProperty().addListener((observable, old, now) -> groupChosen(old, now));
        groups.chosen().replacedProperty().addListener((observable, old, now) -> counted());
    }

    private static @Nullable String handleOf(@Nullable User user) {
        return user == null ? null : user.handle();
    }

    private void userChosen(@Nullable User user) {
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

    public ComposerViewModel composer() {
        return composer;
    }

    public NewConversationViewModel newConversation() {
        return newConversation;
    }

    private final class StartListener implements NewConversationViewModel.CompletionListener {
        @Override
        public void started(User sender, ConversationStartResult.New made) {
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
