package dev.switchboard.users;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as PostgreSQL knows them.
 *
 * @param handle without the {@code @}
 * @param cognitoUserId the login's {@code sub}; {@code MOCK} until it was synced
 */
public record User(
        String uuid, String displayName, String handle, @Nullable String email, @Nullable String cognitoUserId, Instant createdAt) {
    /** What stands in the place of an id until the first sync. */
    public static final String MOCK = "MOCK";

    /** Whether the login's id was taken over from the pool. */
    public boolean synced() {
        return !isPlaceholder(cognitoUserId);
    }

    /** A handle as it is stored: what was typed, without the space around it and the {@code @} before it. */
    public static String bareHandle(String typed) {
        String stripped = typed.strip();
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }

    static boolean isPlaceholder(@Nullable String cognitoUserId) {
        return cognitoUserId == null || cognitoUserId.isBlank() || cognitoUserId.equals(MOCK);
    }
}
