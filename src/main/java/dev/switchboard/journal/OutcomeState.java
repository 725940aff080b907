package dev.switchboard.journal;

import java.util.Locale;

/** How a change ended. */
public enum OutcomeState {
    DONE,
    /** Nothing was written. */
    FAILED,
    /** It was partly written. */
    PARTLY,
    /** It was stopped and may be partly written; its sentence says what was. */
    CANCELLED,
    /** No outcome was recorded; comparing the images with the current items shows what was written. */
    UNKNOWN;

    /** The name in the journal file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
