package dev.switchboard.conversations.export;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Participant;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes messages as Markdown: a heading for each day, and a paragraph for each message, whose text is quoted as it is. */
final class MarkdownMessageWriter implements MessageWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|~&";
    private final Writer out;
    private final ZoneId zone;
    private @Nullable LocalDate day;

    MarkdownMessageWriter(Writer out, String title, ZoneId zone) throws IOException {
        this.out = out;
        this.zone = zone;
        out.write("# " + escaped(title) + "\n");
    }

    @Override
    public void write(Message message) throws IOException {
        Instant at = message.createdAt().instant();
        @Nullable LocalDate now = at == null ? null : at.atZone(zone).toLocalDate();
        if (now != null && !Objects.equals(day, now)) {
            day = now;
            out.write("\n## " + now + "\n");
        }
        String time = at == null ? escaped(message.createdAt().text()) : TIME.format(at.atZone(zone));
        out.write("\n**" + escaped(name(message.from())) + "** " + time + "\n\n");
        for (String line : message.text().split("\r\n|\r|\n", -1)) {
            out.write(("> " + escaped(line)).stripTrailing() + "\n");
        }
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private static String name(Participant from) {
        String handle = from.handle().isEmpty() ? "" : "@" + from.handle();
        String both = (from.displayName() + " " + handle).strip();
        return both.isEmpty() ? "—" : both;
    }

    /** What a message contains is text and never a heading or a link. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (SPECIAL.indexOf(letter) >= 0) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        return escaped.toString();
    }
}
