package dev.switchboard.local.userpool;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    /** A confirmed login; without a handle where that is null. */
    public static LocalPoolUser of(String sub, @Nullable String handle) {
        Map<String, String> attributes = new TreeMap<>(Map.of("sub", sub));
        if (handle != null) {
            attributes.put("preferred_username", handle);
            attributes.put("email", handle + "@example.org");
        }
        return new LocalPoolUser(sub, attributes, "CONFIRMED", true, Instant.parse("2026-01-05T08:00:00Z"));
    }
}
