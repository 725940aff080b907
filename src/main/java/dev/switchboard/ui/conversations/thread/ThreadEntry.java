package dev.switchboard.ui.conversations.thread;

import dev.switchboard.conversations.Message;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of the thread. */
public sealed interface ThreadEntry {
    /** Older messages are available. */
    record Older() implements ThreadEntry {}

    /** The date separator; null for messages with an invalid time. */
    record Day(@Nullable LocalDate day) implements ThreadEntry {}

    /**
     * A message.
     *
     * @param own whether the selected user sent it; shown on the right
     * @param sender the name of a sender who is neither of the two participants; otherwise empty
     * @param follows whether the previous message is from the same sender within minutes, which reduces the gap
     */
    record Bubble(Message message, boolean own, String sender, boolean follows) implements ThreadEntry {}
}
