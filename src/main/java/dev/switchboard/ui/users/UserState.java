package dev.switchboard.ui.users;

import dev.switchboard.text.Messages;
import java.util.Locale;

/** The state of a user in PostgreSQL compared with the Cognito user pool. */
enum UserState {
    /** In PostgreSQL; not compared with Cognito yet. */
    NOT_COMPARED("neutral"),
    SAME("success"),
    /** In both; PostgreSQL has no Cognito ID yet. */
    NEW("accent"),
    /** In both; PostgreSQL has a different Cognito ID. */
    CHANGED("warning"),
    NO_SUCH_HANDLE("danger"),
    NO_HANDLE("danger"),
    HANDLE_TWICE("danger"),
    ONLY_IN_POSTGRES("neutral"),
    /** In PostgreSQL without a UUID or a handle. */
    INCOMPLETE("danger");

    private static final Messages TEXT = Messages.of(UserState.class);
    private final String style;

    UserState(String style) {
        this.style = style;
    }

    /** The style class of the pill. */
    String style() {
        return style;
    }

    /** Whether the user was compared with the user pool. */
    boolean isCompared() {
        return this != NOT_COMPARED && this != INCOMPLETE;
    }

    /** The label. */
    String title() {
        return TEXT.get("state." + key());
    }

    /** A sentence that explains the state. */
    String meaning() {
        return TEXT.get("state." + key() + ".meaning");
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
