package dev.switchboard.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new message of a conversation depends on.
 *
 * @param rows the group items of the sender, then those of the other participant. With a stream, which moves them, only the sender's; also
 *     where the sender's items do not name another participant
 * @param last the time of the message that sorts last; null if there is none
 */
record ConversationSnapshot(List<OwnedRows> rows, @Nullable StoredTime last) {
    ConversationSnapshot {
        rows = List.copyOf(rows);
    }

    /**
     * The group items of one participant for the group, of which one is to remain.
     *
     * @param owner the UUID of the participant
     * @param other the other participant
     * @param rows newest first; empty if the participant has none
     */
    record OwnedRows(String owner, Participant other, List<MessageGroup> rows) {
        OwnedRows {
            rows = List.copyOf(rows);
        }
    }
}
