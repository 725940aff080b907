package dev.switchboard.conversations;

import dev.switchboard.users.User;

/**
 * A participant as named in an item. Items contain copies of the names, which become outdated when a user is renamed.
 *
 * @param uuid the user's UUID in PostgreSQL; empty if the item has none
 * @param handle without {@code @}; empty if the item has none
 * @param displayName empty if the item has none
 */
public record Participant(String uuid, String handle, String displayName) {
    /** The user as a participant. */
    public static Participant of(User user) {
        return new Participant(user.uuid(), user.handle(), user.displayName());
    }
}
