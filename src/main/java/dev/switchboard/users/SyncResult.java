package dev.switchboard.users;

/**
 * What a sync wrote.
 *
 * @param fresh users that had no id and have one now
 * @param changed users whose id was replaced
 * @param sentence that in words, with what was left alone
 */
public record SyncResult(long fresh, long changed, String sentence) {}
