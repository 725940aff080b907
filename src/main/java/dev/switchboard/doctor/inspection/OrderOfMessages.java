package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;

/** {@code time-order} of the messages of a group. */
final class OrderOfMessages implements ConversationCheck {
    private final boolean exact;

    /** @param exact whether the messages are determined; otherwise a difference is one finding about the group */
    OrderOfMessages(boolean exact) {
        this.exact = exact;
    }

    @Override
    public DataCheck check() {
        return DataCheck.TIME_ORDER;
    }

    @Override
    public boolean readsAllMessages() {
        return true;
    }

    @Override
    public Probe probe(ConversationRows rows) {
        PartitionOrder<Fact.MessageFact> order = new PartitionOrder<>(exact);
        return new Probe() {
            @Override
            public void message(Fact.MessageFact message, FindingSink sink) {
                order.add(message.time(), message);
            }

            @Override
            public void end(ConversationEnd end, FindingSink sink) {
                if (!exact && order.differs()) {
                    sink.addAs("partition", check(), Subject.group(rows.group()));
                }
                order.misplaced(message -> sink.addAs("item", check(), Subject.message(message), message.sortKey()));
            }
        };
    }
}
