package dev.switchboard.postgres.admin;

import dev.switchboard.postgres.sql.Row;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What in a database may write although a query mentions it: functions, operators, views, foreign tables, types and casts. A mention is any
 * occurrence of the name in the text, also in strings and comments, so that nothing depends on reading SQL as the server does.
 */
final class WritingObjects {
    /**
     * One of them.
     *
     * @param kind {@code function}, {@code operator}, {@code relation}, {@code type} or {@code cast}
     * @param implicit whether it can take part in a query that does not mention it
     */
    record WritingObject(String kind, String name, boolean implicit) {}

    /** Operators that PostgreSQL applies without their being written, as for IN, LIKE, BETWEEN, CASE or USING. */
    private static final Set<String> IMPLICIT_OPERATORS =
            Set.of("=", "<>", "<", ">", "<=", ">=", "~", "!~", "~*", "!~*", "~~", "!~~", "~~*", "!~~*");

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}_\\x{80}-\\x{d7ff}\\x{e000}-\\x{10ffff}]+");
    private static final Pattern LEADING_DIGITS = Pattern.compile("^[0-9]+");

    /** The length of a name in bytes, after which the server cuts it off. */
    private static final int LONGEST_NAME = 63;

    private final List<WritingObject> objects;

    WritingObjects(List<Row> rows) {
        objects = rows.stream().map(row -> new WritingObject(row.text("kind"), row.text("name"), row.flag("implicit"))).toList();
    }

    /** Returns one that the text mentions, or that takes part without being mentioned. */
    Optional<WritingObject> mentionedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String unquoted = lower.replace("\"\"", "\"");
        Set<String> words = words(lower);
        return objects.stream().filter(object -> isMentioned(object, lower, unquoted, words)).findFirst();
    }

    private static boolean isMentioned(WritingObject object, String lower, String unquoted, Set<String> words) {
        String name = object.name().toLowerCase(Locale.ROOT);
        // The server folds and cuts off other letters by rules of its encoding and locale.
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(object.name());
        if (object.implicit() || !ascii || (object.kind().equals("operator") && IMPLICIT_OPERATORS.contains(name))) {
            return true;
        }
        boolean word = !SEPARATORS.matcher(name).find() && !LEADING_DIGITS.matcher(name).find();
        // Where the server cuts a long name off depends on the bytes after it.
        boolean longName = name.length() * 3 >= LONGEST_NAME;
        boolean contained = (!word || longName) && (lower.contains(name) || unquoted.contains(name));
        return contained || (word && words.contains(name));
    }

    private static Set<String> words(String lower) {
        Set<String> words = new HashSet<>();
        for (String word : SEPARATORS.split(lower, -1)) {
            String name = LEADING_DIGITS.matcher(word).replaceFirst("");
            words.add(name);
            if (name.length() * 4 > LONGEST_NAME) {
                words.add(cutOff(name));
            }
        }
        return words;
    }

    private static String cutOff(String name) {
        int end = Math.min(name.length(), LONGEST_NAME);
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            end--;
        }
        return name.substring(0, end);
    }
}
