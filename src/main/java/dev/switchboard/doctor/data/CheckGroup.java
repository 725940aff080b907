package dev.switchboard.doctor.data;

import dev.switchboard.text.Messages;
import java.util.Locale;

/** What a check is about. */
public enum CheckGroup {
    /** Whether the stores can be reached, and are set up. */
    ENVIRONMENT,
    /** Group rows and messages, and how they belong together. */
    CONVERSATIONS,
    /** The times in the sort keys. */
    TIMES,
    /** The users in PostgreSQL, in the user pool, and in the items. */
    USERS;

    /** Returns the title for views. */
    public String title() {
        return Messages.of(CheckGroup.class).get("group." + name().toLowerCase(Locale.ROOT));
    }
}
