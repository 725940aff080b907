package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.ConversationWriter;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.MessageSendResult;
import dev.switchboard.conversations.Participant;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.users.User;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages to a conversation. Each sender has one draft per conversation until it is sent, and a message that could not be sent
 * stays in the field.
 */
public final class ComposerViewModel {
    private static final Messages TEXT = Messages.of(ComposerViewModel.class);
    private final ConversationWriter sending;
    private final UiJobs jobs;
    private final Consumer<MessageSendResult> sent;
    private final Map<String, String> drafts = new HashMap<>();
    private final Map<String, Explanation> failures = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable User> sender = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable MessageGroup> group = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper disabledReason = new ReadOnlyStringWrapper("");
    private boolean busy;
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();

    /** @param sent receives each message sent, even if its conversation is no longer shown */
    public ComposerViewModel(ConversationWriter sending, UiJobs jobs, Consumer<MessageSendResult> sent) {
        this.sending = sending;
        this.jobs = jobs;
        this.sent = sent;
        text.addListener((observable, old, now) -> typed());
        typed();
    }

    /** Switches to a conversation, or to none; keeps the previous draft and restores the draft of this conversation. */
    public void writeInto(@Nullable User from, @Nullable MessageGroup into) {
        sender.set(from);
        group.set(into);
        String key = key();
        text.set(key == null ? "" : drafts.getOrDefault(key, ""));
        note.set("");
        update();
    }

    /** Sets the draft of a conversation unless it already has one. */
    void draft(User from, MessageGroup into, String words) {
        String key = from.uuid() + ' ' + into.uuid();
        drafts.putIfAbsent(key, words);
        if (key.equals(key())) {
            text.set(drafts.get(key));
        }
    }

    private @Nullable String key() {
        User from = sender.get();
        MessageGroup into = group.get();
        return from == null || into == null ? null : from.uuid() + ' ' + into.uuid();
    }

    private void typed() {
        String key = key();
        if (key != null) {
            if (text.get().isEmpty()) {
                drafts.remove(key);
            } else {
                drafts.put(key, text.get());
            }
        }
        update();
    }

    private void update() {
        String key = key();
        InvalidInputException broken = MessageRules.check(text.get());
        // An empty field is not an error, but it cannot be sent.
        problem.set(broken == null || text.get().isEmpty() ? "" : broken.sentence());
        busy = key != null && underWay.contains(key);
        failure.set(key == null ? null : failures.get(key));
        if (text.get().isEmpty()) {
            disabledReason.set(TEXT.get("composer.nothing-yet"));
        } else if (broken != null) {
            disabledReason.set(broken.sentence());
        } else {
            disabledReason.set(busy ? TEXT.get("composer.busy") : "");
        }
    }

    /** Sends the text if it is valid. */
    public void send() {
        User from = sender.get();
        MessageGroup into = group.get();
        String key = key();
        String words = text.get();
        if (from == null || into == null || key == null || !disabledReason.get().isEmpty()) {
            return;
        }
        underWay.add(key);
        failures.remove(key);
        note.set("");
        update();
        jobs.start(
                TEXT.get("composer.job", into.with().handle()),
                progress -> sending.send(into.uuid(), Participant.of(from), words),
                done -> sent(key, words, done),
                failed -> failed(key, failed));
    }

    private void sent(String key, String words, MessageSendResult done) {
        underWay.remove(key);
        drafts.remove(key, words);
        if (key.equals(key())) {
            if (text.get().equals(words)) {
                text.set("");
            }
            note.set(note(done));
        }
        update();
        sent.accept(done);
    }

    private static String note(MessageSendResult done) {
        String stream = done.groupItemsUpdated() ? "" : TEXT.get("composer.stream");
        String future = done.sortsBeforeLast() ? TEXT.get("composer.future") : "";
        return (stream + " " + future).strip();
    }

    private void failed(String key, Explanation why) {
        underWay.remove(key);
        failures.put(key, why);
        update();
    }

    /** The text of the message. */
    public StringProperty textProperty() {
        return text;
    }

    /** The sender, or null. */
    public ReadOnlyObjectProperty<@Nullable User> senderProperty() {
        return sender.getReadOnlyProperty();
    }

    /** The conversation, or null. */
    public ReadOnlyObjectProperty<@Nullable MessageGroup> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** Why the text is not valid; empty if it is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** A note about the last message sent; usually empty. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Why the message cannot be sent now; empty if it can. */
    public ReadOnlyStringProperty disabledReasonProperty() {
        return disabledReason.getReadOnlyProperty();
    }

    /** Why the last message to this conversation was not sent, or null. */
    public ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
