package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.ItemStore;
import java.time.InstantSource;

/** Sends messages and starts conversations with the same items as the web application. Safe for concurrent use. */
public final class ConversationWriter {
    private final MessageSender messageSender;
    private final ConversationStarter starter;

    /**
     * @param table the messages table
     * @param clock the clock for message times
     */
    public ConversationWriter(ItemStore store, String table, InstantSource clock) {
        MessageTable messages = new MessageTable(store, table);
        messageSender = new MessageSender(messages, clock);
        starter = new ConversationStarter(messages, clock);
    }

    /**
     * Writes a message and, if the table has no stream that does so, updates the group items of all participants, in one
     * transaction.
     *
     * @param sender must be a participant of the group
     * @throws dev.switchboard.failure.InvalidInputException if the message is not valid or the sender is not a participant; nothing
     *     was written
     * @throws dev.switchboard.failure.OperationFailedException if other writers changed the same items in every attempt; nothing
     *     was written
     */
    public MessageSendResult send(String groupUuid, Participant sender, String text) {
        return messageSender.send(groupUuid, sender, text);
    }

    /**
     * Creates a conversation with its first message in one transaction, or returns the existing one.
     *
     * @throws dev.switchboard.failure.InvalidInputException if the message or the receiver is not valid; nothing was written
     */
    public ConversationStartResult start(Participant sender, Participant receiver, String text) {
        ConversationStartResult result = starter.start(sender, receiver, text);
        if (result instanceof ConversationStartResult.New made) {
            messageSender.started(sender, receiver, made.message());
        }
        return result;
    }
}
