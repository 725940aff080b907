package dev.switchboard.journal;

import java.util.Locale;

/** How a change can be undone. */
public enum UndoKind {
    /** Its rows go back in one transaction, all or none. */
    TRANSACTION,
    /** Its rows go back one by one; those that were changed since stay. */
    ROWS,
    /** The users' ids go back in one transaction. */
    SYNC,
    /** Not from here; the entry says why. */
    NONE;

    /** As the file names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
