package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;

/** A check of each item by itself. */
interface ItemCheck {
    DataCheck check();

    void item(MessagesTableItem item, FindingSink sink);
}
