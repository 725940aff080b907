package dev.switchboard.conversations.export;

import dev.switchboard.conversations.Message;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes messages as CSV with a line of headings, as RFC 4180 has it. */
final class CsvMessageWriter implements MessageWriter {
    private final Writer out;

    CsvMessageWriter(Writer out) throws IOException {
        this.out = out;
        line(List.of("created_at", "user_handle", "user_display_name", "user_uuid", "message", "message_uuid"));
    }

    @Override
    public void write(Message message) throws IOException {
        line(List.of(message.createdAt().text(), message.from().handle(), message.from().displayName(), message.from().uuid(),
                message.text(), message.uuid()));
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private void line(List<String> values) throws IOException {
        out.write(values.stream().map(CsvMessageWriter::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
