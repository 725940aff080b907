package dev.switchboard.users;

import org.jspecify.annotations.Nullable;

/**
 * The result of a sync.
 *
 * @param added the number of users whose missing Cognito ID was added
 * @param changed the number of users whose Cognito ID was replaced
 * @param sentence a summary that includes the skipped users
 * @param change the ID in the journal; null if nothing was written
 */
public record SyncResult(long added, long changed, String sentence, @Nullable String change) {}
