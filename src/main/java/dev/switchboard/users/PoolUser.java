package dev.switchboard.users;

import org.jspecify.annotations.Nullable;

/**
 * A user of the Cognito user pool.
 *
 * @param username the username in the user pool
 * @param cognitoSub the permanent ID; null if the user pool did not return it
 * @param handle {@code preferred_username}; null if the user has none
 * @param status as Cognito returns it, such as {@code CONFIRMED}
 */
public record PoolUser(
        String username, @Nullable String cognitoSub, @Nullable String handle, @Nullable String email, String status, boolean enabled) {}
