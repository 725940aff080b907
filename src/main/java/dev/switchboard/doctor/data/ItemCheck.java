package dev.switchboard.doctor.data;

import dev.switchboard.conversations.MessagesTableItem;

/** A check of each item by itself. */
interface ItemCheck {
    DataCheck check();

    void item(MessagesTableItem item, FindingSink sink);
}
