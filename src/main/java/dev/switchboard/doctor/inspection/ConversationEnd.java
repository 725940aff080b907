package dev.switchboard.doctor.inspection;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation after its last message.
 *
 * @param messages the number of messages
 * @param inOrder whether the messages are in the order of time
 * @param newest the time of the newest message; null if there is none with a readable time
 * @param newestTexts the hashes of the texts of the messages of that time
 * @param senders the senders of messages, at most {@value #SENDERS} of them
 */
record ConversationEnd(
        ConversationRows rows, long messages, boolean inOrder, @Nullable Instant newest, Set<Long> newestTexts, Set<String> senders) {
    /** The maximum number of senders that are remembered. */
    static final int SENDERS = 8;
}
