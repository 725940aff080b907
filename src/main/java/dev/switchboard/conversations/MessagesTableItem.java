package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;

/** An item of the messages table, by its kind. */
public sealed interface MessagesTableItem {
    /** The stored item. */
    Item item();

    /** Reads any item of the table; never fails. */
    static MessagesTableItem read(Item item) {
        return MessagesTableItemReader.read(item);
    }

    /** The key of the item. */
    default Item key() {
        return MessageItems.key(item());
    }

    /**
     * The item that lists a conversation for one of its participants.
     *
     * @param owner the user who has it in their list
     * @param other the other participant, with the copied names
     * @param text the copied text of the last message
     */
    record GroupRow(String owner, String group, Participant other, String text, StoredTime time, Item item)
            implements MessagesTableItem {
        /** The item with another last message. */
        public Item showing(String lastMessage, String storedTime) {
            return item.with(MessageItems.SK, storedTime).with(MessageItems.TEXT, lastMessage);
        }

        /** The item that names the other participant. */
        public Item naming(Participant participant) {
            return MessagesTableItemReader.named(item, participant);
        }

        /** The item in the list of another user. */
        public Item ownedBy(String userUuid) {
            return item.with(MessageItems.PK, MessageItems.groupsOf(userUuid));
        }

        /** The item at another time. */
        public Item at(String storedTime) {
            return item.with(MessageItems.SK, storedTime);
        }

        /** The item that lists the same conversation for the other participant. */
        public Item mirrored(Participant ownerWithNames) {
            return MessageItems.groupItem(other.uuid(), ownerWithNames, group, text, time.text());
        }
    }

    /**
     * A message.
     *
     * @param uuid empty if the item has none
     * @param sender with the copied names
     */
    record GroupMessage(String group, String uuid, Participant sender, String text, StoredTime time, Item item)
            implements MessagesTableItem {
        /** The item that names its sender. */
        public Item from(Participant participant) {
            return MessagesTableItemReader.named(item, participant);
        }

        /** The item at another time. */
        public Item at(String storedTime) {
            return item.with(MessageItems.SK, storedTime);
        }

        /** The item in another group. */
        public Item in(String groupUuid, String storedTime) {
            return item.with(MessageItems.PK, MessageItems.messagesOf(groupUuid)).with(MessageItems.SK, storedTime);
        }

        /** The item that lists the conversation for a user with this message as the last one. */
        public Item listedFor(String ownerUuid, Participant other) {
            return MessageItems.groupItem(ownerUuid, other, group, text, time.text());
        }
    }

    /**
     * An item of neither kind.
     *
     * @param reason one sentence that says why
     */
    record Unknown(Item item, String reason) implements MessagesTableItem {}
}
