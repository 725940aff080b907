package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import dev.switchboard.text.Quote;

/** {@code time-unreadable}: the sort key of a group row or a message is a time. */
final class UnreadableTimes implements ItemCheck {
    @Override
    public DataCheck check() {
        return DataCheck.TIME_UNREADABLE;
    }

    @Override
    public void item(MessagesTableItem item, FindingSink sink) {
        switch (item) {
            case MessagesTableItem.GroupRow row when row.time().instant() == null ->
                sink.add(check(), Subject.row(Fact.RowFact.of(row)), Quote.of(row.time().text()));
            case MessagesTableItem.GroupMessage message when message.time().instant() == null ->
                sink.add(check(), Subject.message(Fact.MessageFact.of(message)), Quote.of(message.time().text()));
            default -> {}
        }
    }
}
