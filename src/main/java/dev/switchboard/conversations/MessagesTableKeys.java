package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;

/** The keys of the items of the messages table. */
public final class MessagesTableKeys {
    private MessagesTableKeys() {}

    /** The key of a group row in the list of a user. */
    public static Item row(String ownerUuid, String storedTime) {
        return Item.builder().string(MessageItems.PK, MessageItems.groupsOf(ownerUuid)).string(MessageItems.SK, storedTime).build();
    }

    /** The key of a message of a group. */
    public static Item message(String groupUuid, String storedTime) {
        return Item.builder().string(MessageItems.PK, MessageItems.messagesOf(groupUuid)).string(MessageItems.SK, storedTime).build();
    }
}
