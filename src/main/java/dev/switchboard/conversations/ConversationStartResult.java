package dev.switchboard.conversations;

/** The result of starting a conversation. */
public sealed interface ConversationStartResult {
    /** It was created with its first message; {@code change} is the ID in the journal. */
    record New(String groupUuid, Message message, String change) implements ConversationStartResult {}

    /** A conversation between the users already exists; nothing was written. */
    record Existing(MessageGroup group) implements ConversationStartResult {}
}
