package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import java.util.Set;

/**
 * One conversation as one participant's row tells it.
 *
 * @param uuid the message group; empty where the row does not say
 * @param with the other participant, by the names copied into the row
 * @param lastMessage the preview of the last message
 * @param missing the attributes that the row should have and has not
 * @param item the row as it is stored
 */
public record MessageGroup(String uuid, Participant with, String lastMessage, StoredTime lastMessageAt, Set<String> missing, Item item) {
    public MessageGroup {
        missing = Set.copyOf(missing);
    }
}
