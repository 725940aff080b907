package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Participant;
import dev.switchboard.users.User;

/** Converts users to participants and names participants. */
final class ParticipantNames {
    private ParticipantNames() {}

    static Participant of(User user) {
        return new Participant(user.uuid(), user.handle(), user.displayName());
    }

    /** The display name, or the handle if the item has no display name. */
    static String name(Participant person) {
        if (!person.displayName().isBlank()) {
            return person.displayName();
        }
        return person.handle().isBlank() ? "—" : "@" + person.handle();
    }
}
