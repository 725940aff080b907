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

/** A conversation about to be started: who it goes to, and its first message. */
public final class NewConversationViewModel {
    /** Receivers offered while one types. */
    public static final int OFFERED = 6;

    /** Told what came of it. */
    interface Outcome {
        /** The conversation was made. */
        void started(User sender, ConversationStartResult.New made);

        /** The two have one; what was written goes into its draft. */
        void existing(User sender, MessageGroup group, String text);
    }

    private static final Messages TEXT = Messages.of(NewConversationViewModel.class);
    private final UserDirectory directory;
    private final ConversationWriter sending;
    private final UiJobs jobs;
    private final ConversationUsersViewModel users;
    private final GroupsViewModel groups;
    private final Outcome outcome;
    private final ReadOnlyObjectWrapper<@Nullable User> sender = new ReadOnlyObjectWrapper<>();
    private final StringProperty receiver = new SimpleStringProperty("");
    private final StringProperty message = new SimpleStringProperty("");
    private final ObservableList<User> offers = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper receiverProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper messageProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable MessageGroup> existing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private boolean busy;

    NewConversationViewModel(UserDirectory directory, ConversationWriter sending, UiJobs jobs, ConversationUsersViewModel users,
            GroupsViewModel groups, Outcome outcome) {
        this.directory = directory;
        this.sending = sending;
        this.jobs = jobs;
        this.users = users;
        this.groups = groups;
        this.outcome = outcome;
        receiver.addListener((observable, old, now) -> look());
        message.addListener((observable, old, now) -> look());
    }

    /** Opens the form for a sender, with what was typed before and not sent. */
    public void open(User from) {
        sender.set(from);
        failure.set(null);
        look();
    }

    /** Closes the form; what was typed stays for the next time. */
    public void close() {
        sender.set(null);
    }

    private void look() {
        User from = sender.get();
        if (from == null) {
            return;
        }
        String needle = ConversationUsersViewModel.needle(receiver.get());
        Optional<User> to = users.byHandle(receiver.get());
        offers.setAll(to.isPresent() || needle.isEmpty() ? List.of() : matching(from, needle));
        receiverProblem.set(receiverProblem(from, needle, to));
        InvalidInputException broken = MessageRules.check(message.get());
        messageProblem.set(broken == null || message.get().isEmpty() ? "" : broken.sentence());
        existing.set(to.flatMap(this::conversationWith).orElse(null));
        whyNot.set(whyNot(needle, broken));
    }

    private List<User> matching(User from, String needle) {
        return users.all().stream()
                .filter(user -> !user.uuid().equals(from.uuid()) && ConversationUsersViewModel.matches(user, needle))
                .limit(OFFERED)
                .toList();
    }

    private String receiverProblem(User from, String needle, Optional<User> to) {
        if (needle.isEmpty() || !offers.isEmpty()) {
            return "";
        }
        InvalidInputException broken =
                MessageRules.checkReceiver(Participant.of(from), receiver.get(), to.map(Participant::of).orElse(null));
        return broken == null ? "" : broken.sentence();
    }

    private String whyNot(String needle, @Nullable InvalidInputException broken) {
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

    /** Takes an offered receiver. */
    public void take(User to) {
        receiver.set("@" + to.handle());
    }

    /** Opens the conversation that the two have, with what was typed as its draft. */
    public void openExisting() {
        User from = sender.get();
        MessageGroup group = existing.get();
        if (from != null && group != null) {
            String words = message.get();
            forget();
            outcome.existing(from, group, words);
        }
    }

    /** Starts the conversation, if it may be started. The receiver is looked up again, since users come and go. */
    public void start() {
        User from = sender.get();
        if (from == null || !whyNot.get().isEmpty()) {
            return;
        }
        String handle = User.bareHandle(receiver.get());
        String words = message.get();
        busy = true;
        failure.set(null);
        look();
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
                why -> {
                    busy = false;
                    failure.set(why);
                    look();
                });
    }

    private void ended(User from, String words, ConversationStartResult started) {
        busy = false;
        forget();
        switch (started) {
            case ConversationStartResult.New made -> outcome.started(from, made);
            case ConversationStartResult.Existing(MessageGroup group) -> outcome.existing(from, group, words);
        }
    }

    private void forget() {
        sender.set(null);
        receiver.set("");
        message.set("");
    }

    /** Who starts it; null while the form is closed. */
    public ReadOnlyObjectProperty<@Nullable User> senderProperty() {
        return sender.getReadOnlyProperty();
    }

    /** The receiver's handle, as typed. */
    public StringProperty receiverProperty() {
        return receiver;
    }

    /** The first message. */
    public StringProperty messageProperty() {
        return message;
    }

    /** Receivers that begin to match what is typed. */
    public ObservableList<User> offers() {
        return offers;
    }

    /** What is wrong with the receiver, in words, or empty. */
    public ReadOnlyStringProperty receiverProblemProperty() {
        return receiverProblem.getReadOnlyProperty();
    }

    /** What is wrong with the message, in words, or empty. */
    public ReadOnlyStringProperty messageProblemProperty() {
        return messageProblem.getReadOnlyProperty();
    }

    /** Why it cannot be started now; empty where it can. */
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    /** The conversation that the two have already, as far as the groups were read, or null. */
    public ReadOnlyObjectProperty<@Nullable MessageGroup> existingProperty() {
        return existing.getReadOnlyProperty();
    }

    /** Why the last try failed, or null. */
    public ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
