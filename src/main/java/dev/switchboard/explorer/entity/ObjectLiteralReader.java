package dev.switchboard.explorer.entity;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts the first object literal that a JavaScript or TypeScript module exports or assigns to JSON. Strings of any kind, comments, trailing
 * commas, names without quotes, and names and regular expressions as values, which become strings, are understood; calls and operators are not.
 */
final class ObjectLiteralReader {
    private static final Pattern START =
            Pattern.compile("(?:export\\s+default|module\\.exports\\s*=|(?:const|let|var)\\s+\\w+[^={]*=)\\s*(?=\\{)");
    private static final char QUOTE = 0x22;
    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private final String text;
    private final StringBuilder json = new StringBuilder();
    private int at;

    private ObjectLiteralReader(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Returns the object as JSON; empty if the module has none, or one that is not understood. */
    static Optional<String> json(String module) {
        Matcher start = START.matcher(module);
        if (!start.find()) {
            return Optional.empty();
        }
        ObjectLiteralReader reader = new ObjectLiteralReader(module, start.end());
        return reader.object() ? Optional.of(reader.json.toString()) : Optional.empty();
    }

    private boolean object() {
        int depth = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{' || c == '[') {
                depth++;
                put(c);
            } else if (c == '}' || c == ']') {
                dropTrailingComma();
                put(c);
                if (--depth == 0) {
                    return true;
                }
            } else if (c == ',' || c == ':' || Character.isWhitespace(c)) {
                put(c);
            } else if (!token(c)) {
                return false;
            }
        }
        return false;
    }

    private boolean token(char c) {
        if (c == QUOTE || c == '\'' || c == '`') {
            return string(c);
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return true;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at);
            at = end < 0 ? text.length() : end + 2;
            return true;
        }
        if (c == '/') {
            return expression();
        }
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_$.+-".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            return false;
        }
        boolean plain = WORDS.contains(word) || word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
        json.append(plain && !isName() ? word : quoted(word));
        // Such as the “as const” of TypeScript, or an operator.
        return !word.equals("as") && !word.equals("new");
    }

    private boolean isName() {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == ':';
    }

    private boolean string(char quote) {
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                json.append(quoted(content.toString()));
                return true;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = escaped(text.charAt(at));
            }
            content.append(c);
        }
        return false;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    /** A regular expression, such as of a validation. */
    private boolean expression() {
        int start = at;
        for (at++; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '/') {
                at++;
                while (at < text.length() && Character.isLetter(text.charAt(at))) {
                    at++;
                }
                json.append(quoted(text.substring(start, at)));
                return true;
            }
        }
        return false;
    }

    private void put(char c) {
        json.append(c);
        at++;
    }

    private void dropTrailingComma() {
        int last = json.length() - 1;
        while (last >= 0 && Character.isWhitespace(json.charAt(last))) {
            last--;
        }
        if (last >= 0 && json.charAt(last) == ',') {
            json.deleteCharAt(last);
        }
    }

    private static String quoted(String content) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case QUOTE, '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c);
            }
        }
        return quoted.append(QUOTE).toString();
    }
}
