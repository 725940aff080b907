package dev.switchboard.doctor;

import java.util.Locale;

/** How a check ended. */
public enum CheckState {
    OK,
    /** It works, and something should be looked at. */
    WARNING,
    FAILED,
    /** It was not tried, because what it stands on failed. */
    SKIPPED;

    /** As it is printed. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
