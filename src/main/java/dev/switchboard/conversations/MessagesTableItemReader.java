package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.ArrayList;
import java.util.List;

/** Tells the kinds of items of the messages table apart. */
final class MessagesTableItemReader {
    private static final Messages TEXT = Messages.of(MessagesTableItemReader.class);
    private static final String GROUPS = MessageItems.groupsOf("");
    private static final String MESSAGES = MessageItems.messagesOf("");

    private MessagesTableItemReader() {}

    static MessagesTableItem read(Item item) {
        String partition = MessageItems.text(item, MessageItems.PK);
        String time = MessageItems.text(item, MessageItems.SK);
        if (partition.length() > GROUPS.length() && partition.startsWith(GROUPS)) {
            List<String> missing = missing(item, MessageItems.GROUP, MessageItems.USER);
            return missing.isEmpty()
                    ? new MessagesTableItem.GroupRow(
                            partition.substring(GROUPS.length()), MessageItems.text(item, MessageItems.GROUP),
                            MessageItems.participant(item),
                            MessageItems.text(item, MessageItems.TEXT), StoredTime.read(time), item)
                    : new MessagesTableItem.Unknown(item, TEXT.get("item.incomplete", String.join(", ", missing)));
        }
        if (partition.length() > MESSAGES.length() && partition.startsWith(MESSAGES)) {
            List<String> missing = missing(item, MessageItems.USER, MessageItems.TEXT);
            return missing.isEmpty()
                    ? new MessagesTableItem.GroupMessage(
                            partition.substring(MESSAGES.length()), MessageItems.text(item, MessageItems.MESSAGE_UUID),
                            MessageItems.participant(item), MessageItems.text(item, MessageItems.TEXT), StoredTime.read(time), item)
                    : new MessagesTableItem.Unknown(item, TEXT.get("item.incomplete", String.join(", ", missing)));
        }
        return new MessagesTableItem.Unknown(item, TEXT.get("item.unknown", Quote.of(partition)));
    }

    static Item named(Item item, Participant person) {
        return item.with(MessageItems.USER, person.uuid())
                .with(MessageItems.NAME, person.displayName())
                .with(MessageItems.HANDLE, person.handle());
    }

    private static List<String> missing(Item item, String... names) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (MessageItems.text(item, name).isEmpty()) {
                missing.add(name);
            }
        }
        return missing;
    }
}
