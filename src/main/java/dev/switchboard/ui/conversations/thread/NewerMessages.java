package dev.switchboard.ui.conversations.thread;

import dev.switchboard.conversations.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the messages that came while older ones are read. */
public final class NewerMessages {
    private @Nullable String last;

    /** Takes the newest message as seen. */
    public void seen(List<Message> oldestFirst) {
        last = oldestFirst.isEmpty() ? null : oldestFirst.getLast().createdAt().text();
    }

    /** The number of messages after the one that was seen last; 0 if that one is not there. */
    public int count(List<Message> oldestFirst) {
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            if (oldestFirst.get(i).createdAt().text().equals(last)) {
                return oldestFirst.size() - 1 - i;
            }
        }
        return 0;
    }
}
