package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Message;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of the thread. */
sealed interface ThreadEntry {
    /** There are older messages that were not read yet. */
    record Older() implements ThreadEntry {}

    /** A day begins; null for messages whose time cannot be read. */
    record Day(@Nullable LocalDate day) implements ThreadEntry {}

    /**
     * A message.
     *
     * @param own whether the chosen user wrote it: it stands on the right
     * @param sender the sender's name where it is neither of the two, who cannot be told by the side alone; else empty
     * @param follows whether it follows one of the same sender within minutes, and so stands close to it
     */
    record Bubble(Message message, boolean own, String sender, boolean follows) implements ThreadEntry {}
}
