package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import java.util.Set;

/** {@code message-sender-foreign}: who sends a message is a participant of the group. */
final class ForeignSenders implements ConversationCheck {
    @Override
    public DataCheck check() {
        return DataCheck.MESSAGE_SENDER_FOREIGN;
    }

    @Override
    public boolean readsAllMessages() {
        return true;
    }

    @Override
    public Probe probe(ConversationRows rows) {
        Set<String> participants = rows.participants();
        return new Probe() {
            @Override
            public void message(Fact.MessageFact message, FindingSink sink) {
                if (!participants.isEmpty() && !participants.contains(message.person())) {
                    sink.add(check(), Subject.message(message), message.person());
                }
            }
        };
    }
}
