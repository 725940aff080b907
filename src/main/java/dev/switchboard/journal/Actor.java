package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * Who made a change.
 *
 * @param user the user of the operating system
 * @param principal the AWS principal; null where the environment has none
 * @param role the database role
 */
public record Actor(String user, @Nullable String principal, @Nullable String role) {
    /** In one line. */
    public String words() {
        StringBuilder words = new StringBuilder(user);
        if (principal != null) {
            words.append(" · ").append(principal);
        }
        if (role != null) {
            words.append(" · ").append(role);
        }
        return words.toString();
    }
}
