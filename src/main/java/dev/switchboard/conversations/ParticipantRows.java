package dev.switchboard.conversations;

import java.util.List;

/**
 * The group items of one participant for a group, of which one is to remain.
 *
 * @param owner the UUID of the participant
 * @param other the other participant
 * @param rows newest first; empty if the participant has none
 */
record ParticipantRows(String owner, Participant other, List<MessageGroup> rows) {
    ParticipantRows {
        rows = List.copyOf(rows);
    }
}
