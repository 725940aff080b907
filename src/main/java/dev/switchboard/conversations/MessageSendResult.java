package dev.switchboard.conversations;

/**
 * A message that was written.
 *
 * @param message as it is stored
 * @param groupRowsMoved false where the table has a stream, whose consumer moves the participants' rows
 * @param sortsBeforeLast whether the conversation holds messages from the future, before which this one sorts
 * @param change its id in the journal
 */
public record MessageSendResult(Message message, boolean groupRowsMoved, boolean sortsBeforeLast, String change) {}
