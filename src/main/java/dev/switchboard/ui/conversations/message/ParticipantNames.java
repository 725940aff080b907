package dev.switchboard.ui.conversations.message;

import dev.switchboard.conversations.Participant;

/** The names of participants on the screen. */
public final class ParticipantNames {
    private ParticipantNames() {}

    /** The display name, or the handle if the item has no display name. */
    public static String name(Participant person) {
        if (!person.displayName().isBlank()) {
            return person.displayName();
        }
        return person.handle().isBlank() ? "—" : "@" + person.handle();
    }
}
