package dev.switchboard.conversations;

/**
 * The result of replacing a conversation.
 *
 * @param messages the number of messages written
 * @param deleted the number of previous items deleted
 * @param change the ID in the journal
 */
public record ConversationReplaceResult(long messages, long deleted, String change) {}
