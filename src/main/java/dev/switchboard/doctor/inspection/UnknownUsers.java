package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.Participant;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;

/** {@code user-unknown}: the owner of a group row, the other participant and the sender of a message are users in PostgreSQL. */
final class UnknownUsers implements ItemCheck {
    private final UserIndex users;

    UnknownUsers(UserIndex users) {
        this.users = users;
    }

    @Override
    public DataCheck check() {
        return DataCheck.USER_UNKNOWN;
    }

    @Override
    public void item(MessagesTableItem item, FindingSink sink) {
        switch (item) {
            case MessagesTableItem.GroupRow row -> {
                Subject subject = Subject.row(Fact.RowFact.of(row));
                if (isUnknown(row.owner())) {
                    sink.addAs("owner", check(), subject, row.owner());
                } else if (isUnknown(row.other().uuid())) {
                    sink.addAs("named", check(), named(subject, row.other()), row.other().uuid());
                }
            }
            case MessagesTableItem.GroupMessage message -> {
                if (isUnknown(message.sender().uuid())) {
                    Subject subject = named(Subject.message(Fact.MessageFact.of(message)), message.sender());
                    sink.addAs("sender", check(), subject, message.sender().uuid());
                }
            }
            case MessagesTableItem.Unknown unknown -> {}
        }
    }

    private static Subject named(Subject subject, Participant person) {
        return subject.with("user", person.uuid()).with("handle", person.handle());
    }

    private boolean isUnknown(String uuid) {
        return users.known(uuid) == null && users.current(uuid) == null;
    }
}
