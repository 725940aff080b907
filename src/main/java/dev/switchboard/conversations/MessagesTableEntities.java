package dev.switchboard.conversations;

import java.util.List;
import java.util.Map;

/** The two kinds of items of the messages table. */
public final class MessagesTableEntities {
    private MessagesTableEntities() {}

    /**
     * A kind of items.
     *
     * @param keys the patterns of the key attributes, with variables such as <code>{user}</code>
     * @param attributes the other attributes
     */
    public record KeyedEntity(String name, Map<String, String> keys, List<String> attributes) {
        public KeyedEntity {
            keys = Map.copyOf(keys);
            attributes = List.copyOf(attributes);
        }
    }

    /** Returns the kinds. */
    public static List<KeyedEntity> all() {
        return List.of(
                new KeyedEntity(
                        "Group",
                        Map.of(MessageItems.PK, MessageItems.groupsOf("{owner_uuid}"), MessageItems.SK, "{last_message_at}"),
                        List.of(MessageItems.GROUP, MessageItems.HANDLE, MessageItems.NAME, MessageItems.TEXT, MessageItems.USER)),
                new KeyedEntity(
                        "Message",
                        Map.of(MessageItems.PK, MessageItems.messagesOf("{group_uuid}"), MessageItems.SK, "{created_at}"),
                        List.of(MessageItems.HANDLE, MessageItems.TEXT, MessageItems.NAME, MessageItems.USER, MessageItems.MESSAGE_UUID)));
    }
}
