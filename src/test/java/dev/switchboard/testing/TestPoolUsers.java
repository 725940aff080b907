package dev.switchboard.testing;

import dev.switchboard.local.userpool.LocalPoolUser;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Users of the local user pool. */
public final class TestPoolUsers {
    private TestPoolUsers() {}

    /** A confirmed user; without a handle and an email address where the handle is null. */
    public static LocalPoolUser of(String sub, String handle) {
        Map<String, String> attributes = new TreeMap<>(Map.of("sub", sub));
        if (handle != null) {
            attributes.put("preferred_username", handle);
            attributes.put("email", handle + "@example.org");
        }
        return new LocalPoolUser(sub, attributes, "CONFIRMED", true, Instant.parse("2026-01-05T08:00:00Z"));
    }
}
