package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Participant;

/** The names of participants on the screen. */
final class ParticipantNames {
    private ParticipantNames() {}

    /** The display name, or the handle if the item has no display name. */
    static String name(Participant person) {
        if (!person.displayName().isBlank()) {
            return person.displayName();
        }
        return person.handle().isBlank() ? "—" : "@" + person.handle();
    }
}
