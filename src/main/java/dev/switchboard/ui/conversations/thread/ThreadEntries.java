package dev.switchboard.ui.conversations.thread;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Participant;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.conversations.message.ParticipantNames;
import dev.switchboard.users.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Converts messages to the entries of a thread, with a separator for each day. */
public final class ThreadEntries {
    private static final Messages TEXT = Messages.of(ThreadEntries.class);
    private static final Duration CLOSE = Duration.ofMinutes(3);

    private ThreadEntries() {}

    /**
     * Creates the entries.
     *
     * @param messages oldest first
     * @param own the user whose messages are on the right
     * @param with the other participant
     * @param more whether older messages are available
     */
    public static List<ThreadEntry> of(List<Message> messages, User own, Participant with, ZoneId zone, boolean more) {
        List<ThreadEntry> entries = new ArrayList<>(messages.size() + 16);
        if (more) {
            entries.add(new ThreadEntry.Older());
        }
        @Nullable Message before = null;
        for (Message message : messages) {
            boolean newDay = before == null || !Objects.equals(day(before, zone), day(message, zone));
            if (newDay) {
                entries.add(new ThreadEntry.Day(day(message, zone)));
            }
            boolean follows = !newDay && before != null && sameSender(before.from(), message.from()) && close(before, message);
            entries.add(new ThreadEntry.Bubble(message, isOwn(message, own), third(message.from(), own, with), follows));
            before = message;
        }
        return entries;
    }

    private static @Nullable LocalDate day(Message message, ZoneId zone) {
        Instant instant = message.createdAt().instant();
        return instant == null ? null : instant.atZone(zone).toLocalDate();
    }

    private static boolean close(Message before, Message after) {
        Instant first = before.createdAt().instant();
        Instant second = after.createdAt().instant();
        return first != null && second != null && Duration.between(first, second).compareTo(CLOSE) < 0;
    }

    private static boolean sameSender(Participant one, Participant other) {
        return one.uuid().equals(other.uuid()) && one.handle().equals(other.handle());
    }

    /** Compares by UUID, or by handle if the item has no UUID. */
    static boolean isOwn(Message message, User own) {
        Participant from = message.from();
        return from.uuid().isEmpty() ? from.handle().equals(own.handle()) : from.uuid().equals(own.uuid());
    }

    private static String third(Participant from, User own, Participant with) {
        boolean oneOfTheTwo = from.uuid().isEmpty()
                ? from.handle().equals(own.handle()) || from.handle().equals(with.handle())
                : from.uuid().equals(own.uuid()) || from.uuid().equals(with.uuid());
        if (oneOfTheTwo) {
            return "";
        }
        return from.displayName().isBlank() && from.handle().isBlank() ? TEXT.get("messages.no-sender") : ParticipantNames.name(from);
    }

    /** Updates a list to match another, replacing only the entries between the common start and end. */
    public static void update(ObservableList<ThreadEntry> shown, List<ThreadEntry> now) {
        int least = Math.min(shown.size(), now.size());
        int start = 0;
        while (start < least && shown.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < least - start && shown.get(shown.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        if (start + end == 0) {
            shown.setAll(now);
            return;
        }
        if (shown.size() > start + end) {
            shown.remove(start, shown.size() - end);
        }
        if (now.size() > start + end) {
            shown.addAll(start, now.subList(start, now.size() - end));
        }
    }
}
