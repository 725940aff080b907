package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact.MessageFact;
import dev.switchboard.doctor.data.FindingSink;

/** A check of one conversation, whose facts it sees in order: the group rows, and then each message. */
interface ConversationCheck {
    DataCheck check();

    /** Whether it looks at each message; otherwise the newest is enough. */
    default boolean readsAllMessages() {
        return false;
    }

    /** Begins with a conversation. */
    Probe probe(ConversationRows rows);

    /** The check of one conversation. */
    interface Probe {
        /** Sees a message, in the byte order of the sort keys. */
        default void message(MessageFact message, FindingSink sink) {}

        /** Sees the end. */
        default void end(ConversationEnd end, FindingSink sink) {}
    }
}
