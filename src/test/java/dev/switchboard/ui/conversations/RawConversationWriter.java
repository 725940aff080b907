package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Participant;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.session.Session;
import dev.switchboard.users.User;
import java.util.List;
import java.util.UUID;

/** Writes items as another client of the table would, with any keys and times. */
final class RawConversationWriter {
    private final Session session;
    private final String table;

    RawConversationWriter(Session session) {
        this.session = session;
        this.table = session.settings().messagesTable();
    }

    static Participant person(User user) {
        return new Participant(user.uuid(), user.handle(), user.displayName());
    }

    /** Writes the group items of both participants with the given last message and time. */
    void group(String uuid, User one, User other, String preview, String time) {
        put(groupRow(uuid, one, other, preview, time));
        put(groupRow(uuid, other, one, preview, time));
    }

    static Item groupRow(String uuid, User owner, User with, String preview, String time) {
        return named(Item.builder().string("pk", "GRP#" + owner.uuid()).string("sk", time)
                .string("message_group_uuid", uuid).string("message", preview), with);
    }

    /** Writes a message. */
    void message(String group, User from, String text, String time) {
        put(named(Item.builder().string("pk", "MSG#" + group).string("sk", time)
                .string("message_uuid", UUID.nameUUIDFromBytes((group + time).getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString())
                .string("message", text), from));
    }

    private static Item named(Item.Builder item, User user) {
        return item.string("user_uuid", user.uuid()).string("user_display_name", user.displayName()).string("user_handle", user.handle())
                .build();
    }

    /** Writes an item. */
    void put(Item item) {
        session.items().transact(table, List.of(new Write.Put(item, false)), UUID.randomUUID().toString());
    }
}
