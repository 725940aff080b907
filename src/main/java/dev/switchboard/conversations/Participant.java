package dev.switchboard.conversations;

/**
 * A participant as named in an item. Items contain copies of the names, which become outdated when a user is renamed.
 *
 * @param uuid the user's UUID in PostgreSQL; empty if the item has none
 * @param handle without {@code @}; empty if the item has none
 * @param displayName empty if the item has none
 */
public record Participant(String uuid, String handle, String displayName) {}
