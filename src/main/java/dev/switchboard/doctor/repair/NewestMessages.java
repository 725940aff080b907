package dev.switchboard.doctor.repair;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.MessagesTableReader;
import dev.switchboard.job.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds the newest message of a group by time, whatever the order of the sort keys. */
final class NewestMessages {
    private NewestMessages() {}

    /** Returns it; null if there is none with a readable time. Reads all messages. */
    static MessagesTableItem.@Nullable GroupMessage of(MessagesTableReader reader, String group) {
        MessagesTableItem.@Nullable GroupMessage[] newest = new MessagesTableItem.GroupMessage[1];
        reader.messages(group, Progress.NONE, item -> {
            if (item instanceof MessagesTableItem.GroupMessage message) {
                newest[0] = later(newest[0], message);
            }
            return true;
        });
        return newest[0];
    }

    private static MessagesTableItem.@Nullable GroupMessage later(
            MessagesTableItem.@Nullable GroupMessage one, MessagesTableItem.GroupMessage other) {
        @Nullable Instant first = one == null ? null : one.time().instant();
        @Nullable Instant second = other.time().instant();
        return second == null || (first != null && first.isAfter(second)) ? one : other;
    }
}
