package dev.switchboard.seeding;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.ScriptedMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What seeding a conversation will do: the preview, and what is then run.
 *
 * @param from person 1 of the file
 * @param to person 2 of the file
 * @param groupUuid the same for the same two and the same script, so that a second run replaces the first
 * @param start when the first message is said
 * @param last when the last one is said, which is in the past
 * @param messages all of them, in order of time
 * @param replaces rows that stand there now and will be overwritten or deleted, messages sent since then included; 0 in the first run
 * @param otherConversation another conversation that the two have, null where there is none
 * @param stream whether the table has a stream: its consumer may not stand that former messages are deleted, so say so first
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
