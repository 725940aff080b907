package dev.switchboard.journal;

import java.util.Locale;

/** Whether the journal lines of a change are as they were written. */
public enum IntegrityState {
    /** All lines that were written are there and their checksums are right. */
    INTACT,
    /** It was recorded by an earlier version, without checksums. */
    UNVERIFIED,
    /** Lines are damaged, missing, duplicated or out of order. */
    DAMAGED;

    /** The name in the output of commands. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
