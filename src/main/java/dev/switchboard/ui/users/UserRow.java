package dev.switchboard.ui.users;

/**
 * A user as the screen lists him. Texts that nobody knows are empty.
 *
 * @param handle without the leading @
 * @param cognitoId the pool's id where it is known, else what Postgres holds
 * @param previous the other id that Postgres holds, where the two differ
 * @param username the pool's own name of the user
 */
record UserRow(String handle, String displayName, String email, String cognitoId, String previous, String username, UserState state) {

    /** The handle as people write it; the pool's name in its place where there is none. */
    String shownHandle() {
        return handle.isEmpty() ? "" : "@" + handle;
    }

    /** Whether any of the texts holds the wanted one, which is in lower case. */
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
