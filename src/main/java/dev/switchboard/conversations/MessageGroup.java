package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import java.util.Set;

/**
 * A conversation, from the group item of one participant.
 *
 * @param uuid the message group; empty if the item has none
 * @param with the other participant, with the names copied to the item
 * @param lastMessage the preview of the last message
 * @param missing the required attributes that the item does not have
 * @param item the stored item
 */
public record MessageGroup(String uuid, Participant with, String lastMessage, StoredTime lastMessageAt, Set<String> missing, Item item) {
    public MessageGroup {
        missing = Set.copyOf(missing);
    }
}
