package dev.switchboard.conversations;

/** What came of starting a conversation. */
public sealed interface Started {
    /** It was made, with its first message. */
    record New(String groupUuid, Message message) implements Started {}

    /** The two have one already; nothing was written. */
    record Existing(MessageGroup group) implements Started {}
}
