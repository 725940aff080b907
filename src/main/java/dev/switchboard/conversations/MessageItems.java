package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Converts the items of the messages table: their keys and attributes. */
final class MessageItems {
    static final String PK = "pk";
    static final String SK = "sk";
    static final String GROUP = "message_group_uuid";
    static final String MESSAGE_UUID = "message_uuid";
    static final String TEXT = "message";
    static final String USER = "user_uuid";
    static final String NAME = "user_display_name";
    static final String HANDLE = "user_handle";
    private static final List<String> GROUP_ATTRIBUTES = List.of(GROUP, TEXT, USER, NAME, HANDLE);
    private static final List<String> MESSAGE_ATTRIBUTES = List.of(MESSAGE_UUID, TEXT, USER, NAME, HANDLE);

    private MessageItems() {}

    /** The partition key of a user's group items. */
    static String groupsOf(String userUuid) {
        return "GRP#" + userUuid;
    }

    /** The partition key of a group's messages. */
    static String messagesOf(String groupUuid) {
        return "MSG#" + groupUuid;
    }

    static MessageGroup group(Item item) {
        StoredTime time = StoredTime.read(text(item, SK));
        return new MessageGroup(text(item, GROUP), participant(item), text(item, TEXT), time, missing(item, GROUP_ATTRIBUTES), item);
    }

    static Message message(Item item, String groupUuid) {
        StoredTime time = StoredTime.read(text(item, SK));
        return new Message(text(item, MESSAGE_UUID), groupUuid, participant(item), text(item, TEXT), time,
                missing(item, MESSAGE_ATTRIBUTES), item);
    }

    /** The group item of one participant, which names the other. */
    static Item groupItem(String ownerUuid, Participant other, String groupUuid, String preview, String time) {
        return withParticipant(
                Item.builder().string(PK, groupsOf(ownerUuid)).string(SK, time).string(GROUP, groupUuid).string(TEXT, preview), other);
    }

    static Item messageItem(String groupUuid, String messageUuid, Participant sender, String text, String time) {
        return withParticipant(
                Item.builder().string(PK, messagesOf(groupUuid)).string(SK, time).string(MESSAGE_UUID, messageUuid).string(TEXT, text),
                sender);
    }

    /** The key of a group item. */
    static Item groupKey(String ownerUuid, String time) {
        return Item.builder().string(PK, groupsOf(ownerUuid)).string(SK, time).build();
    }

    static Item key(Item row) {
        return row.only(List.of(PK, SK));
    }

    private static Item withParticipant(Item.Builder row, Participant person) {
        return row.string(USER, person.uuid()).string(NAME, person.displayName()).string(HANDLE, person.handle()).build();
    }

    static Participant participant(Item item) {
        return new Participant(text(item, USER), text(item, HANDLE), text(item, NAME));
    }

    static String text(Item item, String name) {
        String text = item.string(name);
        return text == null ? "" : text;
    }

    private static Set<String> missing(Item item, List<String> required) {
        Set<String> missing = new LinkedHashSet<>();
        for (String name : required) {
            if (item.string(name) == null) {
                missing.add(name);
            }
        }
        return missing;
    }
}
