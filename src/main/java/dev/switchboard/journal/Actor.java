package dev.switchboard.journal;

import org.jspecify.annotations.Nullable;

/**
 * Who made a change.
 *
 * @param user the operating system user
 * @param principal the AWS principal; null if the environment has none
 * @param role the database role
 */
public record Actor(String user, @Nullable String principal, @Nullable String role) {
    /** A one-line description. */
    public String summary() {
        StringBuilder summary = new StringBuilder(user);
        if (principal != null) {
            summary.append(" · ").append(principal);
        }
        if (role != null) {
            summary.append(" · ").append(role);
        }
        return summary.toString();
    }
}
