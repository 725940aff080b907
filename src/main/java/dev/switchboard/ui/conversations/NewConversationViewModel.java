package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.ConversationWriter;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.Participant;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.users.User;
import dev.switchboard.users.UserDirectory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The form for a new conversation: the recipient and the first message. */
public final class NewConversationViewModel {
    /** Maximum number of suggested recipients. */
    public static final int MAX_SUGGESTIONS = 6;

    /** Receives the result. */
    interface CompletionListener {
        /** The conversation was created. */
        void started(User sender, ConversationStartResult.New made);

        /** The users already have a conversation; the text becomes its draft. */
        void existing(User sender, MessageGroup group, String text);
    }

    private static final Messages TEXT = Messages.of(NewConversationViewModel.class);
    private final UserDirectory directory;
    private final ConversationWriter sending;
    private final UiJobs jobs;
    private final ConversationUsersViewModel users;
    private final GroupsViewModel groups;
    private final CompletionListener listener;
    private final ReadOnlyObjectWrapper<@Nullable User> sender = new ReadOnlyObjectWrapper<>();
    private final StringProperty receiver = new SimpleStringProperty("");
    private final StringProperty message = new SimpleStringProperty("");
    private final ObservableList<User> suggestions = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper receiverProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper messageProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper disabledReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable MessageGroup> existing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private boolean busy;

    NewConversationViewModel(UserDirectory directory, ConversationWriter sending, UiJobs jobs, ConversationUsersViewModel users,
            GroupsViewModel groups, CompletionListener listener) {
        this.directory = directory;
        this.sending = sending;
        this.jobs = jobs;
        this.users = users;
        this.groups = groups;
        this.listener = listener;
        receiver.addListener((observable, old, now) -> update());
        message.addListener((observable, old, now) -> update());
    }

    /** Opens the form for a sender, with the text that was entered before. */
    public void open(User from) {
        sender.set(from);
        failure.set(null);
        update();
    }

    /** Closes the form and keeps the text for the next time. */
    public void close() {
        sender.set(null);
    }

    private void update() {
        User from = sender.get();
        if (from == null) {
            return;
        }
        String needle = ConversationUsersViewModel.needle(receiver.get());
        Optional<User> to = users.byHandle(receiver.get());
        suggestions.setAll(to.isPresent() || needle.isEmpty() ? List.of() : matching(from, needle));
        receiverProblem.set(receiverProblem(from, needle, to));
        InvalidInputException broken = MessageRules.check(message.get());
        messageProblem.set(broken == null || message.get().isEmpty() ? "" : broken.sentence());
        existing.set(to.flatMap(this::conversationWith).orElse(null));
        disabledReason.set(disabledReason(needle, broken));
    }

    private List<User> matching(User from, String needle) {
        return users.all().stream()
                .filter(user -> user.identified() && !user.uuid().equals(from.uuid()) && ConversationUsersViewModel.matches(user, needle))
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    private String receiverProblem(User from, String needle, Optional<User> to) {
        if (needle.isEmpty() || !suggestions.isEmpty()) {
            return "";
        }
        InvalidInputException broken =
                MessageRules.checkReceiver(Participant.of(from), receiver.get(), to.map(Participant::of).orElse(null));
        return broken == null ? "" : broken.sentence();
    }

    private String disabledReason(String needle, @Nullable InvalidInputException broken) {
        if (needle.isEmpty()) {
            return TEXT.get("new.no-receiver-yet");
        }
        if (!receiverProblem.get().isEmpty()) {
            return receiverProblem.get();
        }
        if (existing.get() != null) {
            return TEXT.get("new.exists");
        }
        if (message.get().isEmpty()) {
            return TEXT.get("composer.nothing-yet");
        }
        if (broken != null) {
            return broken.sentence();
        }
        return busy ? TEXT.get("composer.busy") : "";
    }

    private Optional<MessageGroup> conversationWith(User to) {
        return groups.rows().stream().filter(row -> row.with().uuid().equals(to.uuid())).findFirst();
    }

    /** Selects a suggested recipient. */
    public void choose(User to) {
        receiver.set("@" + to.handle());
    }

    /** Opens the existing conversation with the text as its draft. */
    public void openExisting() {
        User from = sender.get();
        MessageGroup group = existing.get();
        if (from != null && group != null) {
            String words = message.get();
            forget();
            listener.existing(from, group, words);
        }
    }

    /** Starts the conversation if the form is valid. The recipient is looked up again, because users can change. */
    public void start() {
        User from = sender.get();
        if (from == null || !disabledReason.get().isEmpty()) {
            return;
        }
        String handle = User.bareHandle(receiver.get());
        String words = message.get();
        busy = true;
        failure.set(null);
        update();
        jobs.start(
                TEXT.get("new.job", handle),
                progress -> {
                    Participant to = directory.byHandle(handle).map(Participant::of).orElse(null);
                    InvalidInputException broken = MessageRules.checkReceiver(Participant.of(from), handle, to);
                    if (to == null || broken != null) {
                        throw Objects.requireNonNull(broken);
                    }
                    return sending.start(Participant.of(from), to, words);
                },
                started -> ended(from, words, started),
                why -> failed(from, why));
    }

    /** A failure that comes when the form was closed meanwhile opens it again: what was typed is still there. */
    private void failed(User from, Explanation why) {
        busy = false;
        if (sender.get() == null && from.equals(users.chosen().get())) {
            open(from);
        }
        failure.set(why);
        update();
    }

    private void ended(User from, String words, ConversationStartResult started) {
        busy = false;
        forget();
        switch (started) {
            case ConversationStartResult.New made -> listener.started(from, made);
            case ConversationStartResult.Existing(MessageGroup group) -> listener.existing(from, group, words);
        }
    }

    private void forget() {
        sender.set(null);
        receiver.set("");
        message.set("");
    }

    /** The sender; null while the form is closed. */
    public ReadOnlyObjectProperty<@Nullable User> senderProperty() {
        return sender.getReadOnlyProperty();
    }

    /** The handle of the recipient, as typed. */
    public StringProperty receiverProperty() {
        return receiver;
    }

    /** The first message. */
    public StringProperty messageProperty() {
        return message;
    }

    /** The suggested recipients. */
    public ObservableList<User> suggestions() {
        return suggestions;
    }

    /** Why the recipient is not valid; empty if it is. */
    public ReadOnlyStringProperty receiverProblemProperty() {
        return receiverProblem.getReadOnlyProperty();
    }

    /** Why the message is not valid; empty if it is. */
    public ReadOnlyStringProperty messageProblemProperty() {
        return messageProblem.getReadOnlyProperty();
    }

    /** Why the conversation cannot be started now; empty if it can. */
    public ReadOnlyStringProperty disabledReasonProperty() {
        return disabledReason.getReadOnlyProperty();
    }

    /** The existing conversation of the users among the loaded ones, or null. */
    public ReadOnlyObjectProperty<@Nullable MessageGroup> existingProperty() {
        return existing.getReadOnlyProperty();
    }

    /** Why the last attempt failed, or null. */
    public ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
