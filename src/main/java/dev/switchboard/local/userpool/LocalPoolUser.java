package dev.switchboard.local.userpool;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A user of the local user pool.
 *
 * @param username unique in the user pool
 * @param attributes by name; {@code sub} is required, {@code preferred_username} is optional
 * @param status such as {@code CONFIRMED}
 */
public record LocalPoolUser(String username, Map<String, String> attributes, String status, boolean enabled, Instant createdAt) {
    public LocalPoolUser {
        attributes = new TreeMap<>(attributes);
    }
}
