package dev.switchboard.seeding;

import java.time.Instant;

/**
 * The result of seeding a conversation.
 *
 * @param messages the number of messages written
 * @param deleted the number of deleted items of a previous run
 * @param last the time of the last message
 * @param change the ID in the journal, for undo
 */
public record SeedResult(String groupUuid, long messages, long deleted, Instant last, String change) {}
