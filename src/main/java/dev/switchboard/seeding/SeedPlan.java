package dev.switchboard.seeding;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.ScriptedMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan for seeding a conversation, shown as the preview before it is run.
 *
 * @param from person 1 of the file
 * @param to person 2 of the file
 * @param groupUuid the same for the same users and the same script, so that a second run replaces the first
 * @param start the time of the first message
 * @param last the time of the last message, which is in the past
 * @param messages all messages, in order of time
 * @param replaces the number of existing items that will be overwritten or deleted, including messages sent since; 0 for the first
 *     run
 * @param otherConversation another conversation between the users; null if there is none
 * @param stream whether the table has a stream, whose consumer may fail if messages are deleted
 */
public record SeedPlan(
        Participant from,
        Participant to,
        String groupUuid,
        Instant start,
        Instant last,
        List<ScriptedMessage> messages,
        long replaces,
        @Nullable MessageGroup otherConversation,
        boolean stream) {
    public SeedPlan {
        messages = List.copyOf(messages);
    }
}
