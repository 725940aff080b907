package dev.switchboard.conversations;

import dev.switchboard.users.User;

/**
 * Somebody as a row names them. Rows carry copies of the names, which go stale when a user renames.
 *
 * @param uuid the user's key in Postgres; empty where the row does not say
 * @param handle without the at sign; empty where the row does not say
 * @param displayName empty where the row does not say
 */
public record Participant(String uuid, String handle, String displayName) {
    /** The user as a participant. */
    public static Participant of(User user) {
        return new Participant(user.uuid(), user.handle(), user.displayName());
    }
}
