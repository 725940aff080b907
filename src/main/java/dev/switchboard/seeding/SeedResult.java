package dev.switchboard.seeding;

import java.time.Instant;

/**
 * A conversation that was seeded.
 *
 * @param messages messages written
 * @param deleted rows of a former run that were deleted
 * @param last when the last message is said
 * @param change its id in the journal, from which what it replaced can be put back
 */
public record SeedResult(String groupUuid, long messages, long deleted, Instant last, String change) {}
