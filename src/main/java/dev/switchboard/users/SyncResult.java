package dev.switchboard.users;

import org.jspecify.annotations.Nullable;

/**
 * What a sync wrote.
 *
 * @param fresh users that had no id and have one now
 * @param changed users whose id was replaced
 * @param sentence that in words, with what was left alone
 * @param change its id in the journal; null where nothing was written
 */
public record SyncResult(long fresh, long changed, String sentence, @Nullable String change) {}
