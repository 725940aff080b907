package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import java.util.Set;

/**
 * A message.
 *
 * @param uuid empty if the item has none
 * @param group the message group that it belongs to
 * @param from the sender, with the names copied to the item
 * @param missing the required attributes that the item does not have
 * @param item the stored item
 */
public record Message(String uuid, String group, Participant from, String text, StoredTime createdAt, Set<String> missing, Item item) {
    public Message {
        missing = Set.copyOf(missing);
    }
}
