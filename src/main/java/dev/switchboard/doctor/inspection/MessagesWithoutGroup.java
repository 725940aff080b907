package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;

/** {@code messages-without-group}: a group that has messages is listed. */
final class MessagesWithoutGroup implements ConversationCheck {
    @Override
    public DataCheck check() {
        return DataCheck.MESSAGES_WITHOUT_GROUP;
    }

    @Override
    public Probe probe(ConversationRows rows) {
        return new Probe() {
            @Override
            public void end(ConversationEnd end, FindingSink sink) {
                if (end.messages() > 0 && rows.rows().isEmpty()) {
                    sink.add(check(), Subject.group(rows.group()).with("user", end.senders().stream().findFirst().orElse("")),
                            end.messages());
                }
            }
        };
    }
}
