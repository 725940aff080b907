package dev.switchboard.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out whether a SQL text may contain a secret, and masks all its literals then. It does not need to understand the statement:
 * every literal of such a text is masked, comments are left out, and a text whose parts are ambiguous is reduced to its first word.
 */
final class SqlSecrets {
    static final String MASK = "***";

    /** Words of statements and functions that take a secret, anywhere in the text, also inside of literals. */
    private static final Pattern SENSITIVE = Pattern.compile(
            "pass(word|wd|phrase|code)|\\bpwd|secret|token|credential|identified|\\bconnection\\b|conninfo|dblink|fdw|\\boptions\\b"
                    + "|user\\s+mapping|(create|alter)\\s+(role|user|group)\\b|scram|\\bmd5|crypt|hmac|pgp_|bearer|api_?key|authorization"
                    + "|access_?key|private_?key|\\bprogram\\b|\\w://[^/\\s]*@");
    /** Escapes in literals and names, which could hide one of the words. */
    private static final Pattern ESCAPED = Pattern.compile("\\bu&\\s*['\"]|\\be'[^']*\\\\[^nrt\\\\']");
    private static final Set<String> SECRET_FOLLOWS = Set.of("password", "passwd", "passphrase", "connection", "by", "identified");
    /** What follows such a word where it is a column's name, or says that there is none. */
    private static final Set<String> HARMLESS = Set.of(
            "null", "from", "is", "in", "as", "like", "not", "and", "or", "text", "varchar", "char", "bytea", "values", "default", "limit",
            "to", "set", "where", "order", "group", "using", "type", "drop", "desc", "asc", "then", "else", "end", "valid", "refresh",
            "by");

    private final String sql;
    private final StringBuilder shown = new StringBuilder();
    private final List<String> literals = new ArrayList<>();
    private int at;
    private boolean ambiguous;

    private SqlSecrets(String sql) {
        this.sql = sql;
        while (at < sql.length() && !ambiguous) {
            next();
        }
    }

    /** Returns whether a SQL text may contain a secret. */
    static boolean isSensitive(String sql) {
        String lower = withoutComments(sql).toLowerCase(Locale.ROOT);
        return SENSITIVE.matcher(lower).find() || SENSITIVE.matcher(sql.toLowerCase(Locale.ROOT)).find() || ESCAPED.matcher(lower).find();
    }

    /** Returns a sensitive SQL text without its literals and comments. */
    static String masked(String sql) {
        SqlSecrets masked = new SqlSecrets(sql);
        return masked.ambiguous ? firstWord(sql) + " …" : masked.shown.toString().strip();
    }

    /** Returns the contents of the literals, as far as the text is unambiguous. */
    static List<String> literals(String sql) {
        return new SqlSecrets(sql).literals;
    }

    private static String firstWord(String sql) {
        return withoutComments(sql).strip().replaceFirst("(?s)[^A-Za-z].*", "");
    }

    /** Ends a line comment at a carriage return too, as the server does. */
    private static String withoutComments(String sql) {
        return sql.replaceAll("--[^\r\n]*|/\\*(?s:.*?)\\*/", " ");
    }

    private void next() {
        char c = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
                at++;
            }
            shown.append(' ');
        } else if (sql.startsWith("/*", at)) {
            blockComment();
        } else if (c == '\'') {
            quoted();
        } else if (c == '"') {
            int end = sql.indexOf('"', at + 1);
            ambiguous = end < 0;
            shown.append(sql, at, Math.max(at, end + 1));
            at = end + 1;
        } else if (c == '$') {
            dollar();
        } else if (Character.isLetterOrDigit(c) || c == '_') {
            word();
        } else {
            // A URL outside of a literal, or a command of psql
            ambiguous = c == '\\' || sql.startsWith("://", at);
            shown.append(c);
            at++;
        }
    }

    private void blockComment() {
        int depth = 1;
        int i = at + 2;
        while (i < sql.length() && depth > 0) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i++;
            }
            i++;
        }
        ambiguous = depth > 0;
        at = i;
        shown.append(' ');
    }

    private void quoted() {
        boolean escapes = shown.length() > 0
                && Character.toLowerCase(shown.charAt(shown.length() - 1)) == 'e'
                && (shown.length() == 1 || !isWordPart(shown.charAt(shown.length() - 2)));
        StringBuilder content = new StringBuilder();
        int i = at + 1;
        for (; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\') {
                if (!escapes) {
                    ambiguous = true; // it depends on a setting of the server where this literal ends
                    return;
                }
                i++;
            } else if (c == '\'') {
                if (!sql.startsWith("''", i)) {
                    break;
                }
                i++;
            }
            content.append(i < sql.length() ? sql.charAt(i) : ' ');
        }
        ambiguous = i >= sql.length();
        at = i + 1;
        literal(content.toString());
    }

    private void dollar() {
        int end = at + 1;
        while (end < sql.length() && isWordPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        if (end >= sql.length() || sql.charAt(end) != '$') {
            shown.append(sql, at, end); // a parameter, such as $1
            at = end;
            return;
        }
        String tag = sql.substring(at, end + 1);
        int close = sql.indexOf(tag, end + 1);
        ambiguous = close < 0;
        if (!ambiguous) {
            literal(sql.substring(end + 1, close));
            at = close + tag.length();
        }
    }

    private void literal(String content) {
        literals.add(content);
        shown.append('\'').append(MASK).append('\'');
    }

    /** Copies a word. A secret that follows it without being a literal makes the text ambiguous. */
    private void word() {
        int end = at;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        String word = sql.substring(at, end);
        shown.append(word);
        at = end;
        if (SECRET_FOLLOWS.contains(word.toLowerCase(Locale.ROOT))) {
            String rest = withoutComments(sql.substring(at)).strip().replaceFirst("^(=|:=|=>)\\s*", "");
            String following = rest.replaceFirst("(?s)[^\\w\"@:/%+.-].*", "").toLowerCase(Locale.ROOT);
            boolean literalPrefix =
                    Set.of("e", "u", "n", "b", "x").contains(following) && rest.length() > 1 && "'&".indexOf(rest.charAt(1)) >= 0;
            boolean call = rest.length() > following.length() && rest.charAt(following.length()) == '(';
            ambiguous = !following.isEmpty() && !HARMLESS.contains(following) && !literalPrefix && !call;
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
