package dev.switchboard.transfer;

import java.util.Locale;

/** What an import does with an item whose key exists in the table. */
public enum ConflictMode {
    /** The existing item is replaced; it stays in the journal. */
    REPLACE,
    /** The existing item stays. */
    SKIP,
    /** Nothing is written if one exists. */
    FAIL;

    /** The name on the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
