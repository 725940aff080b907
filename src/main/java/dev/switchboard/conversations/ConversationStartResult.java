package dev.switchboard.conversations;

/** What came of starting a conversation. */
public sealed interface ConversationStartResult {
    /** It was made, with its first message; the change is its id in the journal. */
    record New(String groupUuid, Message message, String change) implements ConversationStartResult {}

    /** The two have one already; nothing was written. */
    record Existing(MessageGroup group) implements ConversationStartResult {}
}
