package dev.switchboard.local.userpool;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    /** Creates a confirmed user; without {@code preferred_username} if the handle is null. */
    public static LocalPoolUser of(String sub, @Nullable String handle) {
        Map<String, String> attributes = new TreeMap<>(Map.of("sub", sub));
        if (handle != null) {
            attributes.put("preferred_username", handle);
            attributes.put("email", handle + "@example.org");
        }
        return new LocalPoolUser(sub, attributes, "CONFIRMED", true, Instant.parse("2026-01-05T08:00:00Z"));
    }
}
