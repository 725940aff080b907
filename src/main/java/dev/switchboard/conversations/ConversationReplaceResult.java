package dev.switchboard.conversations;

/**
 * What replacing a conversation did.
 *
 * @param messages messages written
 * @param deleted rows of the former one that were deleted
 * @param change its id in the journal
 */
public record ConversationReplaceResult(long messages, long deleted, String change) {}
