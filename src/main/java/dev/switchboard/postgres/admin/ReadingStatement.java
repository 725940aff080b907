package dev.switchboard.postgres.admin;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a form that only reads. Everything else has no such form, also what this does not understand.
 *
 * @param prefix what precedes the query when it is sent: nothing, or an EXPLAIN that does not run it
 * @param query the query, which the server has yet to confirm as one; null for SHOW
 * @param show the SHOW statement; null for a query
 */
record ReadingStatement(String prefix, @Nullable String query, @Nullable String show) {
    private static final String BLANK = "[ \\t\\n\\r\\f]";
    private static final Set<String> QUERY_WORDS = Set.of("select", "values", "table", "with");
    private static final Pattern SHOW =
            Pattern.compile("(?i)show" + BLANK + "+(all|time" + BLANK + "+zone|transaction" + BLANK + "+isolation" + BLANK
                    + "+level|[a-z_][a-z0-9_.]*)" + BLANK + "*");
    private static final Pattern EXPLAIN = Pattern.compile(
            "(?is)explain(?:" + BLANK + "+(verbose)(?=" + BLANK + "|\\()|" + BLANK + "*\\(([a-z0-9_, \\t\\n\\r\\f]*)\\))?" + BLANK
                    + "*(.*)");
    private static final Pattern OPTION = Pattern.compile(
            "(?i)(verbose|costs|settings|generic_plan|summary|memory|buffers|format)(" + BLANK
                    + "+(true|false|on|off|0|1|text|json|xml|yaml))?");

    /** Returns the statement in its form, or nothing if it is not known to only read. */
    static Optional<ReadingStatement> of(String text) {
        String first = firstWord(text);
        if (QUERY_WORDS.contains(first)) {
            return Optional.of(new ReadingStatement("", text, null));
        }
        return switch (first) {
            case "show" -> SHOW.matcher(text).matches() ? Optional.of(new ReadingStatement("", null, text)) : Optional.empty();
            case "explain" -> explain(text);
            default -> Optional.empty();
        };
    }

    /** What is sent is put together again, so that the server reads the options that were checked. */
    private static Optional<ReadingStatement> explain(String text) {
        String rest = text.substring("explain".length());
        if (QUERY_WORDS.contains(firstWord(rest))) {
            return Optional.of(new ReadingStatement("EXPLAIN ", rest, null));
        }
        Matcher form = EXPLAIN.matcher(text);
        if (!form.matches() || !QUERY_WORDS.contains(firstWord(form.group(3)))) {
            return Optional.empty();
        }
        String options = form.group(1) != null ? "VERBOSE" : form.group(2) == null ? "" : form.group(2).strip();
        for (String option : options.isEmpty() ? new String[0] : options.split(",", -1)) {
            if (!OPTION.matcher(option.strip()).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(new ReadingStatement("EXPLAIN " + (options.isEmpty() ? "" : "(" + options + ") "), form.group(3), null));
    }

    /** The text to send once everything is confirmed. */
    String text() {
        return show != null ? show : prefix + query;
    }

    /** Returns the first word in lower case, after parentheses that enclose a query. */
    static String firstWord(String statement) {
        int start = 0;
        while (start < statement.length() && " \t\n\r\f(".indexOf(statement.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < statement.length() && Character.isLetter(statement.charAt(end))) {
            end++;
        }
        return statement.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
