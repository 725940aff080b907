package dev.switchboard.doctor.repair;

import java.util.Locale;

/** Which of two groups of the same people stays; the messages of the other are moved to it. */
public enum RepairChoice {
    /** The group with the oldest first message. */
    OLDER,
    /** The group with the newest first message. */
    NEWER;

    /** The name as it is printed. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
