package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The conversations that keys of the messages table belong to.
 *
 * @param groups the UUIDs of the message groups whose messages have these keys
 * @param users the UUIDs of the users whose group items have these keys
 */
public record ChangedConversations(Set<String> groups, Set<String> users) {
    public ChangedConversations {
        groups = Set.copyOf(groups);
        users = Set.copyOf(users);
    }

    /**
     * Reads keys as the journal holds them.
     *
     * @param keys DynamoDB JSON
     * @return empty if one of them belongs to no conversation
     */
    public static Optional<ChangedConversations> of(Collection<String> keys) {
        String ofUsers = MessageItems.groupsOf("");
        String ofGroups = MessageItems.messagesOf("");
        Set<String> groups = new HashSet<>();
        Set<String> users = new HashSet<>();
        for (String key : keys) {
            String partition = partition(key);
            if (partition.startsWith(ofUsers)) {
                users.add(partition.substring(ofUsers.length()));
            } else if (partition.startsWith(ofGroups)) {
                groups.add(partition.substring(ofGroups.length()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new ChangedConversations(groups, users));
    }

    /** Empty where it is not a key of the messages table. */
    private static String partition(String key) {
        try {
            return MessageItems.text(Item.ofJson(key), MessageItems.PK);
        } catch (InvalidInputException e) {
            return "";
        }
    }
}
