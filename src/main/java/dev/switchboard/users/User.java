package dev.switchboard.users;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user in PostgreSQL.
 *
 * @param handle without the {@code @}
 * @param cognitoSub the {@code sub} of the Cognito user; {@code MOCK} before the first sync
 */
public record User(
        String uuid, String displayName, String handle, @Nullable String email, @Nullable String cognitoSub, Instant createdAt) {
    /** The placeholder for a Cognito ID before the first sync. */
    public static final String MOCK = "MOCK";

    /** Whether the Cognito ID was synced. */
    public boolean synced() {
        return !isPlaceholder(cognitoSub);
    }

    /** A handle as it is stored: without leading or trailing white space and without the {@code @}. */
    public static String bareHandle(String typed) {
        String stripped = typed.strip();
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }

    static boolean isPlaceholder(@Nullable String cognitoSub) {
        return cognitoSub == null || cognitoSub.isBlank() || cognitoSub.equals(MOCK);
    }
}
