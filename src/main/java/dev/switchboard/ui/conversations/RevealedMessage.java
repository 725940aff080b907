package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Message;

/**
 * A message to scroll to. Compared by identity, because the same message can be looked for again.
 */
public final class RevealedMessage {
    private final Message message;
    private final boolean selected;

    /** @param selected whether to select it as well, because it is not where the operator looks */
    RevealedMessage(Message message, boolean selected) {
        this.message = message;
        this.selected = selected;
    }

    /** The message. */
    public Message message() {
        return message;
    }

    /** Whether to select it as well. */
    public boolean selected() {
        return selected;
    }

    /** Whether a row is the message: within a group the stored time is the key. */
    public boolean is(Message row) {
        return row.group().equals(message.group()) && row.createdAt().text().equals(message.createdAt().text());
    }
}
