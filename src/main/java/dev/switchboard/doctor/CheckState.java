package dev.switchboard.doctor;

import java.util.Locale;

/** The state of a check that has ended. */
public enum CheckState {
    OK,
    /** It works but needs attention. */
    WARNING,
    FAILED,
    /** It was not run because a check that it needs failed. */
    SKIPPED;

    /** Whether what needs this check can run. */
    public boolean passed() {
        return this == OK || this == WARNING;
    }

    /** The name as it is printed. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
