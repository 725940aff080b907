package dev.switchboard.conversations;

/**
 * What replacing a conversation did.
 *
 * @param messages messages written
 * @param deleted rows of the former one that were deleted
 */
public record Replaced(long messages, long deleted) {}
