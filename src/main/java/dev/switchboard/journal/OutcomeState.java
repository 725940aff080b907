package dev.switchboard.journal;

import java.util.Locale;

/** How a change ended. */
public enum OutcomeState {
    DONE,
    /** Nothing of it was written. */
    FAILED,
    /** Some of it was written. */
    PARTLY,
    /** It was stopped; some of it may be written, which its sentence says. */
    CANCELLED,
    /** Nobody saw its end; the rows tell. */
    UNKNOWN;

    /** As the file names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
