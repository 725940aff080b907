package dev.switchboard.seeding;

import dev.switchboard.conversations.MessageRules;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conversation files: UTF-8, one message a line, {@code Person 1: …} or {@code Person 2: …}, blank lines between them as one
 * likes. Only the prefix is taken off; the same words further on belong to the text.
 */
public final class ConversationFileReader {
    /** The most bytes of a file. */
    public static final int LARGEST = 5_000_000;

    private static final Messages TEXT = Messages.of(ConversationFileReader.class);
    private static final String BUNDLED = "db/conversations/harbour.txt";
    private static final int MOST_NAMED = 10;
    private static final Pattern LINE = Pattern.compile("Person ([12]): ?(.*)", Pattern.DOTALL);

    private ConversationFileReader() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInputException where it cannot be read, is too large, no UTF-8, empty, or has a bad line, which is named
     */
    public static List<ScriptLine> read(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new InvalidInputException("script_unreadable", TEXT.get("script.unreadable", file), TEXT.get("script.unreadable.remedy"),
                    e);
        }
        return parse(name, decoded(name, bytes));
    }

    /** The conversation that comes with the program. */
    public static List<ScriptLine> bundled() {
        ClassLoader loader = Objects.requireNonNull(ConversationFileReader.class.getClassLoader());
        try (InputStream in = loader.getResourceAsStream(BUNDLED)) {
            return parse(BUNDLED, decoded(BUNDLED, Objects.requireNonNull(in, BUNDLED).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(BUNDLED, e);
        }
    }

    private static String decoded(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw bad("too-large", name, LARGEST / 1_000_000);
        }
        try {
            return Utf8.decode(bytes);
        } catch (Utf8.NotUtf8 e) {
            throw bad("not-utf8", name, String.valueOf(e.line()));
        }
    }

    /**
     * Reads a text.
     *
     * @param name what it is called where something is wrong with it
     * @throws InvalidInputException where it is empty or has bad lines, of which the first ten are named
     */
    public static List<ScriptLine> parse(String name, String text) {
        List<ScriptLine> messages = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        int bads = 0;
        int number = 0;
        for (String line : withoutMark(text).split("\r\n|\n|\r", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            String wrong = matcher.matches() ? wrong(matcher.group(2)) : TEXT.get("script.no-person");
            if (wrong.isEmpty()) {
                messages.add(new ScriptLine(number, Integer.parseInt(matcher.group(1)), matcher.group(2)));
            } else if (++bads <= MOST_NAMED) {
                bad.add(TEXT.get("script.bad-line", String.valueOf(number), wrong));
            }
        }
        if (bads > 0) {
            String more = bads > MOST_NAMED ? " " + TEXT.get("script.more-bad-lines", bads - MOST_NAMED) : "";
            throw new InvalidInputException("script_bad_lines", TEXT.get("script.bad-lines", name, String.join("; ", bad) + more),
                    TEXT.get("script.remedy"));
        }
        if (messages.isEmpty()) {
            throw bad("empty", name);
        }
        return messages;
    }

    /** What is wrong with a message, empty where nothing is. */
    private static String wrong(String message) {
        InvalidInputException broken = MessageRules.check(message);
        return broken == null ? "" : TEXT.get("script." + broken.code(), MessageRules.length(message), MessageRules.LONGEST);
    }

    /** Editors of some systems put a byte order mark before the first line. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static InvalidInputException bad(String what, Object... arguments) {
        return new InvalidInputException("script_" + what.replace('-', '_'), TEXT.get("script." + what, arguments),
                TEXT.get("script.remedy"));
    }
}
