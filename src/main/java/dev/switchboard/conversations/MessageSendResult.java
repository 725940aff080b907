package dev.switchboard.conversations;

/**
 * The result of sending a message.
 *
 * @param message the stored message
 * @param groupItemsUpdated false if the table has a stream, whose consumer updates the participants' group items
 * @param sortsBeforeLast whether the conversation contains messages from the future, which sort after this one
 * @param change the ID in the journal
 */
public record MessageSendResult(Message message, boolean groupItemsUpdated, boolean sortsBeforeLast, String change) {}
