package dev.switchboard.conversations.export;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.Locale;

/** A format of an exported conversation. */
public enum ConversationFormat {
    /** Text with a heading for each day. */
    MARKDOWN("md"),
    /** One document with the properties of {@code conversations show --json}. */
    JSON("json"),
    /** A line for each message, after a line of headings. */
    CSV("csv");

    private final String extension;

    ConversationFormat(String extension) {
        this.extension = extension;
    }

    /** The extension of the file, without a dot. */
    public String extension() {
        return extension;
    }

    /** The name in keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    MessageWriter writer(Writer out, String group, String title, ZoneId zone) throws IOException {
        return switch (this) {
            case MARKDOWN -> new MarkdownMessageWriter(out, title, zone);
            case JSON -> new JsonMessageWriter(out, group);
            case CSV -> new CsvMessageWriter(out);
        };
    }
}
