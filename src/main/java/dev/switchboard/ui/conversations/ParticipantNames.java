package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Participant;

/** What a participant is called on the screen. */
final class ParticipantNames {
    private ParticipantNames() {}

    /** The display name, or the handle where a row carries none. */
    static String name(Participant person) {
        if (!person.displayName().isBlank()) {
            return person.displayName();
        }
        return person.handle().isBlank() ? "—" : "@" + person.handle();
    }
}
