package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;

/** Creates the items of conversations that are not in the messages table yet. */
public final class ConversationItems {
    private ConversationItems() {}

    /** Creates the item of a message. */
    public static Item message(String groupUuid, ScriptedMessage message) {
        return MessageItems.messageItem(groupUuid, message.uuid(), message.from(), message.text(), StoredTime.write(message.at()));
    }

    /**
     * Creates the item that lists a conversation for one of its participants.
     *
     * @param other the other participant
     * @param last the newest message
     */
    public static Item groupItem(String ownerUuid, Participant other, String groupUuid, ScriptedMessage last) {
        return MessageItems.groupItem(ownerUuid, other, groupUuid, last.text(), StoredTime.write(last.at()));
    }
}
