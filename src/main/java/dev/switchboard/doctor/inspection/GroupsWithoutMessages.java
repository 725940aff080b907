package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;

/** {@code group-without-messages}: a group that is listed has messages. */
final class GroupsWithoutMessages implements ConversationCheck {
    @Override
    public DataCheck check() {
        return DataCheck.GROUP_WITHOUT_MESSAGES;
    }

    @Override
    public Probe probe(ConversationRows rows) {
        return new Probe() {
            @Override
            public void end(ConversationEnd end, FindingSink sink) {
                if (end.messages() == 0 && !rows.rows().isEmpty()) {
                    sink.add(check(), Subject.row(rows.rows().getFirst()), rows.rows().size());
                }
            }
        };
    }
}
