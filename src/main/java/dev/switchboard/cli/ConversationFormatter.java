package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.cli.terminal.TextWidth;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.conversations.TimeAnomaly;
import dev.switchboard.text.Messages;
import dev.switchboard.users.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats conversations and messages as JSON and as text. */
final class ConversationFormatter {
    private static final Messages TEXT = Messages.of(ConversationFormatter.class);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int PREVIEW = 60;
    private static final int WHEN_COLUMNS = 21;
    private static final int HANDLE_COLUMNS = 16;

    private ConversationFormatter() {}

    static Map<String, @Nullable Object> groups(User user, Page<MessageGroup> page) {
        return Json.object(
                "user", Json.object(
                        "uuid", user.uuid(), "handle", user.handle(), "displayName",
                        user.missing().contains("display_name") ? null : user.displayName()),
                "groups", page.rows().stream().map(ConversationFormatter::group).toList(),
                "more", page.more(),
                "consumedReadCapacity", page.consumedReadCapacity());
    }

    private static Map<String, @Nullable Object> group(MessageGroup group) {
        return Json.object(
                "uuid", group.uuid(),
                "with", person(group.with()),
                "lastMessage", group.lastMessage(),
                "lastMessageAt", group.lastMessageAt().text());
    }

    static Map<String, @Nullable Object> messages(String group, Page<Message> page) {
        return Json.object(
                "group", group,
                "messages", page.rows().reversed().stream().map(ConversationFormatter::message).toList(),
                "more", page.more(),
                "consumedReadCapacity", page.consumedReadCapacity());
    }

    static Map<String, @Nullable Object> message(Message message) {
        return Json.object(
                "uuid", message.uuid(),
                "from", person(message.from()),
                "text", message.text(),
                "createdAt", message.createdAt().text());
    }

    private static Map<String, @Nullable Object> person(Participant person) {
        return Json.object("uuid", person.uuid(), "handle", person.handle(), "displayName", person.displayName());
    }

    /** Returns a table of conversations. */
    static TextTable table(List<MessageGroup> groups) {
        TextTable table = new TextTable("WITH", "LAST MESSAGE", "WHEN (UTC)", "GROUP");
        for (MessageGroup group : groups) {
            table.row(handle(group.with()), cut(group.lastMessage()), when(group.lastMessageAt()), group.uuid());
        }
        return table;
    }

    /** Returns a message as one line. */
    static String line(Message message) {
        return TextWidth.pad(when(message.createdAt()), WHEN_COLUMNS) + "  " + TextWidth.pad(handle(message.from()), HANDLE_COLUMNS) + "  "
                + message.text();
    }

    /** Returns the time in UTC. A time stored with another offset is marked with an asterisk; an unreadable time is returned as stored. */
    static String when(StoredTime time) {
        @Nullable Instant instant = time.instant();
        if (instant == null) {
            return TEXT.get("time.unreadable", time.text());
        }
        return WHEN.format(instant) + (isMarked(time) ? " *" : "");
    }

    /** Returns whether a time is marked with an asterisk, which requires a footnote. */
    static boolean isMarked(StoredTime time) {
        return time.anomalies().contains(TimeAnomaly.OTHER_OFFSET) || time.anomalies().contains(TimeAnomaly.NO_OFFSET);
    }

    private static String handle(Participant person) {
        return "@" + person.handle();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= PREVIEW ? text : text.substring(0, text.offsetByCodePoints(0, PREVIEW - 1)) + "…";
    }
}
