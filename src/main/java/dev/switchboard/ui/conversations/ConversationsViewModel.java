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

/** The screen as a whole: choosing a user shows the user's groups, choosing a group shows its messages, sending moves it up. */
public final class ConversationsViewModel {
    /** Where the screen leads to. */
    public interface Ways {
        /** To where the database is set up. */
        void toDatabase();

        /** To seeding a conversation, of a user of this handle or of anybody. */
        void toSeeding(@Nullable String from);

        /** To undoing a message that was just sent, or a conversation that was just started; the change is its id in the journal. */
        void written(String change);
    }

    private final ConversationUsersViewModel users;
    private final GroupsViewModel groups;
    private final MessagesViewModel messages;
    private final ComposerViewModel composer;
    private final NewConversationViewModel fresh;
    private final Ways ways;
    private @Nullable String wantedUser;
    private @Nullable String wantedGroup;

    public ConversationsViewModel(
            UserDirectory directory, ConversationQueries queries, ConversationWriter sending, MissingTableDetector problems, UiJobs jobs,
            Ways ways) {
        this.ways = ways;
        users = new ConversationUsersViewModel(directory, jobs, ways::toDatabase);
        groups = new GroupsViewModel(queries, problems, jobs);
        messages = new MessagesViewModel(queries, problems, jobs);
        composer = new ComposerViewModel(sending, jobs, this::sent);
        fresh = new NewConversationViewModel(directory, sending, jobs, users, groups, new Outcome());
        groups.offers(this::startNew, () -> ways.toSeeding(handleOf(users.chosen().get())));
        users.chosen().valueProperty().addListener((observable, old, now) -> userChosen(now));
        groups.chosen().valueProperty().addListener((observable, old, now) -> groupChosen(old, now));
        groups.chosen().replacedProperty().addListener((observable, old, now) -> counted());
    }

    private static @Nullable String handleOf(@Nullable User user) {
        return user == null ? null : user.handle();
    }

    private void userChosen(@Nullable User user) {
        fresh.close();
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
            fresh.close();
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
        if (sent.groupRowsMoved()) {
            groups.moved(sent.message());
        }
        ways.written(sent.change());
    }

    /** Opens the form for a new conversation of the chosen user. */
    public void startNew() {
        User user = users.chosen().get();
        if (user != null) {
            fresh.open(user);
        }
    }

    /**
     * Opens a user, and one of the user's groups.
     *
     * @param handle with or without an at sign
     * @param group the message group's uuid, or null for none in particular
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

    /** Reads everything shown again: users, groups, messages. */
    public void refresh() {
        users.load();
        groups.reload();
        messages.reload();
    }

    /** Stops what is under way; nothing is delivered after it. */
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

    public NewConversationViewModel fresh() {
        return fresh;
    }

    private final class Outcome implements NewConversationViewModel.Outcome {
        @Override
        public void started(User sender, ConversationStartResult.New made) {
            if (sender.equals(users.chosen().get())) {
                groups.showNew(made.groupUuid());
            }
            ways.written(made.change());
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
