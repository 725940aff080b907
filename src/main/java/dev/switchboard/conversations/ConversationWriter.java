package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.table.Tables;
import java.time.InstantSource;

/** Sends messages and starts conversations, as the web application does, and with what it leaves out. Safe for several threads. */
public final class ConversationWriter {
    private final MessageSender sends;
    private final ConversationStarter starts;

    /**
     * @param table the messages table
     * @param clock tells the time that a message gets
     */
    public ConversationWriter(ItemStore store, Tables tables, String table, InstantSource clock) {
        MessageTable messages = new MessageTable(store, tables, table);
        sends = new MessageSender(messages, clock);
        starts = new ConversationStarter(messages, clock);
    }

    /**
     * Appends a message and, where no stream does so, moves every participant's row to it, in one transaction.
     *
     * @param sender must belong to the group
     * @throws dev.switchboard.failure.InvalidInputException where the message breaks a rule; nothing was written
     * @throws dev.switchboard.failure.InvalidInputException where the sender does not belong to the group; nothing was written
     * @throws dev.switchboard.failure.OperationFailedException where others kept writing to the same rows over all attempts; nothing was written
     */
    public MessageSendResult send(String groupUuid, Participant sender, String text) {
        return sends.send(groupUuid, sender, text);
    }

    /**
     * Makes a conversation with its first message in one transaction, or tells of the one that the two have.
     *
     * @throws dev.switchboard.failure.InvalidInputException where the message or the receiver breaks a rule; nothing was written
     */
    public ConversationStartResult start(Participant sender, Participant receiver, String text) {
        return starts.start(sender, receiver, text);
    }
}
