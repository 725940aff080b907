package dev.switchboard.ui.users;

/**
 * A row of the Users screen. Unknown values are empty.
 *
 * @param key what identifies the user: the UUID in PostgreSQL or, without one, the username in the user pool
 * @param handle the handle without the leading @
 * @param postgresId the Cognito ID in PostgreSQL
 * @param poolId the Cognito ID in the user pool; empty until that was compared
 * @param username the username in the user pool
 */
record UserRow(
        String key, String handle, String displayName, String email, String postgresId, String poolId, String username, UserState state) {

    /** The handle with a leading @; empty if there is none. */
    String shownHandle() {
        return handle.isEmpty() ? "" : "@" + handle;
    }

    /** The Cognito ID to work with: that of the user pool if it is known, otherwise that in PostgreSQL. */
    String cognitoId() {
        return poolId.isEmpty() ? postgresId : poolId;
    }

    /** Whether any value contains the given text, ignoring case. */
    boolean contains(String wanted) {
        return holds(handle, wanted)
                || holds(displayName, wanted)
                || holds(email, wanted)
                || holds(postgresId, wanted)
                || holds(poolId, wanted)
                || holds(username, wanted);
    }

    private static boolean holds(String text, String wanted) {
        for (int at = 0; at <= text.length() - wanted.length(); at++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
