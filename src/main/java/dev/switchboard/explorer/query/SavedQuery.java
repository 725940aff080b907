package dev.switchboard.explorer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query with a name.
 *
 * @param name what a person calls it
 * @param text the text of the query, in which placeholders such as {@code :group} stand for what is asked for before each run
 */
public record SavedQuery(String name, String text) {
    private static final Pattern QUOTED_COMMENT_OR_PARAMETER =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\\n]*|(:[\\p{L}_][\\p{L}\\p{Nd}_-]*)");

    /** The placeholders in the order of their first use, with their colons. */
    public List<String> parameters() {
        return parameters(text);
    }

    /** Returns the placeholders of a text in the order of their first use, with their colons. */
    public static List<String> parameters(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = QUOTED_COMMENT_OR_PARAMETER.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null && !found.contains(matcher.group(1))) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
