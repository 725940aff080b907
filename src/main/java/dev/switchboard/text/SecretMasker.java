package dev.switchboard.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Masks secrets in what is written to a file or a terminal: in SQL statements, in messages about them, and in any other text.
 *
 * <p>A secret is recognized by what surrounds it, such as PASSWORD, a connection string or a URL with a password. A value that
 * nothing marks as a secret, such as one in an INSERT, is not recognized.
 */
public final class SecretMasker {
    private static final String MASK = SqlSecrets.MASK;
    private static final Pattern URL_PASSWORD = Pattern.compile("(\\b[A-Za-z][\\w+.-]+:/{1,2}[^\\s:/@'\"“”«»]*):[^\\s'\"“”«»]*@");
    private static final String NAME = "(?i)\\b(\\w*(?:password|passwd|passphrase|pwd|secret)\\w*)";
    private static final Pattern ASSIGNED =
            Pattern.compile(NAME + "(\\s*=\\s*)('(?:[^'\\\\]|\\\\.|'')*'?|\"[^\"]*\"?|[^\\s&,;)'\"“”]+)");
    private static final Pattern QUOTED_AFTER_WORD = Pattern.compile(
            "(?i)\\b(password|passwd|identified\\s+by|connection)(\\s*\\(?\\s*)(?:[EUNB]&?)?('(?:[^']|'')*'?|\\$(\\w*)\\$.*?\\$\\4\\$)",
            Pattern.DOTALL);
    private static final Pattern QUOTED_IN_MESSAGE = Pattern.compile("[\"“«]([^\"”»]+)[\"”»]");
    private static final int SHORTEST = 3;

    private SecretMasker() {}

    /** Returns a SQL text for a record of it. If it may contain a secret, all its literals are masked and its comments are left out. */
    public static String sql(String sql) {
        return SqlSecrets.isSensitive(sql) ? SqlSecrets.masked(sql) : sql;
    }

    /** Returns whether a SQL text may contain a secret. */
    public static boolean isSensitive(String sql) {
        return SqlSecrets.isSensitive(sql);
    }

    /** Returns a message about a SQL text, without what the message repeats from the literals of a text that may contain a secret. */
    public static String message(String sql, String message) {
        String masked = text(message);
        if (!SqlSecrets.isSensitive(sql)) {
            return masked;
        }
        List<String> literals = SqlSecrets.literals(sql);
        for (String literal : literals) {
            Predicate<String> secret = part -> part.length() >= SHORTEST && !part.contains(MASK);
            for (String part : Stream.concat(Stream.of(literal), Stream.of(literal.split("[\\s=:@/'\"]+", -1))).filter(secret).toList()) {
                masked = masked.replace(part, MASK);
            }
        }
        String unquoted = unquotedWords(sql);
        return QUOTED_IN_MESSAGE.matcher(masked).replaceAll(quoted -> {
            boolean name = unquoted.contains(" " + quoted.group(1).toLowerCase(Locale.ROOT) + " ");
            return Matcher.quoteReplacement(name ? quoted.group() : "\"" + MASK + "\"");
        });
    }

    /** The words of what is shown of a SQL text; a message may repeat these. */
    private static String unquotedWords(String sql) {
        return " " + SqlSecrets.masked(sql).toLowerCase(Locale.ROOT).replaceAll("\\W+", " ") + " ";
    }

    /** Returns any text with the passwords of URLs, of connection strings and of SQL masked. */
    public static String text(String text) {
        String urls = URL_PASSWORD.matcher(text).replaceAll("$1:" + MASK + "@");
        String assigned = ASSIGNED.matcher(urls).replaceAll("$1$2" + MASK);
        return QUOTED_AFTER_WORD.matcher(assigned).replaceAll("$1$2'" + MASK + "'");
    }
}
