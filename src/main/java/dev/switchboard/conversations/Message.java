package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import java.util.Set;

/**
 * One message.
 *
 * @param uuid empty where the row does not say
 * @param group the message group it belongs to
 * @param from the sender, by the names copied into the row
 * @param missing the attributes that the row should have and has not
 * @param item the row as it is stored
 */
public record Message(String uuid, String group, Participant from, String text, StoredTime createdAt, Set<String> missing, Item item) {
    public Message {
        missing = Set.copyOf(missing);
    }
}
