package dev.switchboard.users;

import org.jspecify.annotations.Nullable;

/**
 * A login of the Cognito pool.
 *
 * @param username the pool's own name of it
 * @param sub the id that stays for ever; null where the pool does not tell it
 * @param handle {@code preferred_username}; null where the login has none
 * @param status as Cognito writes it, such as {@code CONFIRMED}
 */
public record PoolUser(
        String username, @Nullable String sub, @Nullable String handle, @Nullable String email, String status, boolean enabled) {}
