package dev.switchboard.local.userpool;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A login of the local pool.
 *
 * @param username unique in the pool
 * @param attributes by name; {@code sub} is always there, {@code preferred_username} need not be
 * @param status such as {@code CONFIRMED}
 */
public record LocalPoolUser(String username, Map<String, String> attributes, String status, boolean enabled, Instant createdAt) {
    public LocalPoolUser {
        attributes = new TreeMap<>(attributes);
    }
}
