package dev.switchboard.ui.users;

/**
 * A row of the Users screen. Unknown values are empty.
 *
 * @param handle the handle without the leading @
 * @param cognitoId the ID from the user pool if it is known, otherwise the ID in PostgreSQL
 * @param previous the ID in PostgreSQL if it differs from the user pool, otherwise empty
 * @param username the username in the user pool
 */
record UserRow(String handle, String displayName, String email, String cognitoId, String previous, String username, UserState state) {

    /** The handle with a leading @; empty if there is none. */
    String shownHandle() {
        return handle.isEmpty() ? "" : "@" + handle;
    }

    /** Whether any value contains the given text, ignoring case. */
    boolean contains(String wanted) {
        return holds(handle, wanted)
                || holds(displayName, wanted)
                || holds(email, wanted)
                || holds(cognitoId, wanted)
                || holds(previous, wanted)
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
