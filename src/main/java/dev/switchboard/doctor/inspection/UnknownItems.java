package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;

/** {@code item-unknown}: an item is a group row or a message. */
final class UnknownItems implements ItemCheck {
    @Override
    public DataCheck check() {
        return DataCheck.ITEM_UNKNOWN;
    }

    @Override
    public void item(MessagesTableItem item, FindingSink sink) {
        if (item instanceof MessagesTableItem.Unknown unknown) {
            sink.add(new Finding(check(), Subject.of("key", unknown.key().toJson()).values(), unknown.reason()));
        }
    }
}
