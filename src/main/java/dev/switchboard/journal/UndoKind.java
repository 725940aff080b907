package dev.switchboard.journal;

import java.util.Locale;

/** How a change can be undone. */
public enum UndoKind {
    /** All items are restored in one transaction, or none is. */
    TRANSACTION,
    /** Items are restored one by one; those that changed since are skipped. */
    ROWS,
    /** The users' Cognito IDs are restored in one transaction. */
    SYNC,
    /** It cannot be undone; the entry says why. */
    NONE;

    /** The name in the journal file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
