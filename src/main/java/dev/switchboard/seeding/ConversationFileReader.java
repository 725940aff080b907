package dev.switchboard.seeding;

import dev.switchboard.conversations.MessageRules;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conversation files: UTF-8, one message per line, {@code Person 1: …} or {@code Person 2: …}. Blank lines are ignored. Only
 * the first prefix of a line is removed; the same text later in the line belongs to the message.
 */
public final class ConversationFileReader {
    /** The maximum file size in bytes. */
    public static final int LARGEST = 5_000_000;

    private static final Messages TEXT = Messages.of(ConversationFileReader.class);
    private static final String BUNDLED = "db/conversations/harbour.txt";
    private static final int MAX_LISTED = 10;
    private static final Pattern LINE = Pattern.compile("Person ([12]): ?(.*)", Pattern.DOTALL);

    private ConversationFileReader() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read, is too large, not valid UTF-8 or empty, or has invalid lines
     */
    public static List<ScriptLine> read(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes;
        try (InputStream in = RegularFiles.open(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw new InvalidInputException("script_unreadable", TEXT.get("script.unreadable", file), TEXT.get("script.unreadable.remedy"),
                    e);
        }
        return parse(name, decoded(name, bytes));
    }

    /** Returns the bundled conversation. */
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
            throw failure("too-large", name, LARGEST / 1_000_000);
        }
        try {
            return Utf8.decode(bytes);
        } catch (Utf8.InvalidUtf8Exception e) {
            throw failure("not-utf8", name, String.valueOf(e.line()));
        }
    }

    /**
     * Parses a text.
     *
     * @param name the name of the text in error messages
     * @throws InvalidInputException if it is empty or has invalid lines, of which the first ten are listed
     */
    public static List<ScriptLine> parse(String name, String text) {
        List<ScriptLine> messages = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        int badCount = 0;
        int number = 0;
        for (String line : withoutByteOrderMark(text).split("\r\n|\n|\r", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            String problem = matcher.matches() ? problem(matcher.group(2)) : TEXT.get("script.no-person");
            if (problem.isEmpty()) {
                messages.add(new ScriptLine(number, Integer.parseInt(matcher.group(1)), matcher.group(2)));
            } else if (++badCount <= MAX_LISTED) {
                bad.add(TEXT.get("script.bad-line", String.valueOf(number), problem));
            }
        }
        if (badCount > 0) {
            String more = badCount > MAX_LISTED ? " " + TEXT.get("script.more-bad-lines", badCount - MAX_LISTED) : "";
            throw new InvalidInputException("script_bad_lines", TEXT.get("script.bad-lines", name, String.join("; ", bad) + more),
                    TEXT.get("script.remedy"));
        }
        if (messages.isEmpty()) {
            throw failure("empty", name);
        }
        return messages;
    }

    /** What is wrong with a message; empty if it is valid. */
    private static String problem(String message) {
        InvalidInputException violation = MessageRules.check(message);
        return violation == null ? "" : TEXT.get("script." + violation.code(), MessageRules.length(message), MessageRules.LONGEST);
    }

    /** Some editors write a byte order mark before the first line. */
    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static InvalidInputException failure(String what, Object... arguments) {
        return new InvalidInputException("script_" + what.replace('-', '_'), TEXT.get("script." + what, arguments),
                TEXT.get("script.remedy"));
    }
}
