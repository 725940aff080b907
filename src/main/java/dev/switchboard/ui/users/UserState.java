package dev.switchboard.ui.users;

import dev.switchboard.text.Messages;
import java.util.Locale;

/** How a user stands in Postgres and in the Cognito pool. */
enum UserState {
    /** In Postgres; the pool was not asked yet. */
    NOT_COMPARED("neutral"),
    SAME("success"),
    /** Known to both, and Postgres has no Cognito id of his yet. */
    NEW("accent"),
    /** Known to both, and Postgres has another Cognito id. */
    CHANGED("warning"),
    NO_SUCH_HANDLE("danger"),
    NO_HANDLE("danger"),
    HANDLE_TWICE("danger"),
    ONLY_IN_POSTGRES("neutral");

    private static final Messages TEXT = Messages.of(UserState.class);
    private final String style;

    UserState(String style) {
        this.style = style;
    }

    /** The style class of its pill. */
    String style() {
        return style;
    }

    /** In a word or two. */
    String title() {
        return TEXT.get("state." + key());
    }

    /** What it means, one sentence. */
    String meaning() {
        return TEXT.get("state." + key() + ".meaning");
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
