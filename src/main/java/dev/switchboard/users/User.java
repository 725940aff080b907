package dev.switchboard.users;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user in PostgreSQL. The table can be of another version of the application: any value can be NULL, and any column can be missing.
 *
 * @param uuid empty if it is NULL
 * @param displayName empty if it is NULL
 * @param handle without the {@code @}; empty if it is NULL
 * @param cognitoSub the {@code sub} of the Cognito user; {@code MOCK} before the first sync
 * @param createdAt null if it is NULL, infinite, or of another type
 * @param missing the columns that are NULL or do not exist
 */
public record User(String uuid, String displayName, String handle, @Nullable String email, @Nullable String cognitoSub,
        @Nullable Instant createdAt, Set<String> missing) {
    /** The placeholder for a Cognito ID before the first sync. */
    public static final String MOCK = "MOCK";

    public User {
        missing = Set.copyOf(missing);
    }

    /** Creates a user of whom nothing is missing but what is null. */
    public User(
            String uuid, String displayName, String handle, @Nullable String email, @Nullable String cognitoSub, Instant createdAt) {
        this(uuid, displayName, handle, email, cognitoSub, createdAt, Set.of());
    }

    /** Whether the user has a UUID and a handle. Others cannot be synced and have no part in conversations. */
    public boolean identified() {
        return !uuid.isBlank() && !handle.isBlank();
    }

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
