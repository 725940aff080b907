package dev.switchboard.ui.code;

import dev.switchboard.ui.code.CodeToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text that may be incomplete into tokens. Without the white space between them, which has no color. */
final class CodeTokenizer {
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z_0-9]*)?\\$");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9][0-9_]*(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private final String text;
    private final CodeLanguage language;
    private final List<CodeToken> tokens = new ArrayList<>();
    private int at;

    private CodeTokenizer(String text, CodeLanguage language) {
        this.text = text;
        this.language = language;
    }

    static List<CodeToken> tokens(String text, CodeLanguage language) {
        CodeTokenizer tokenizer = new CodeTokenizer(text, language);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        char sign = text.charAt(at);
        if (Character.isWhitespace(sign)) {
            at++;
        } else if (text.startsWith("--", at)) {
            lineComment();
        } else if (text.startsWith("/*", at)) {
            blockComment();
        } else if (text.startsWith("'", at)) {
            quoted(Kind.STRING, at, false);
        } else if (text.startsWith("\"", at)) {
            quoted(Kind.NAME, at, false);
        } else if (language.hasDollarQuotes() && (sign == 'E' || sign == 'e') && text.startsWith("'", at + 1)) {
            quoted(Kind.STRING, at + 1, true);
        } else if (sign == '$' && language.hasDollarQuotes() && dollarQuoted()) {
            return;
        } else if (isDigit(at) || (sign == '.' && isDigit(at + 1))) {
            Matcher number = NUMBER.matcher(text).region(at, text.length());
            add(Kind.NUMBER, number.lookingAt() ? number.end() : at + 1, true);
        } else if (Character.isLetter(sign) || sign == '_') {
            int end = at;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                end++;
            }
            add(language.isKeyword(text.substring(at, end)) && !isMember() ? Kind.KEYWORD : Kind.WORD, end, true);
        } else {
            add(Kind.SYMBOL, at + 1, true);
        }
    }

    /** After a period, a keyword is the name of an attribute or a column. */
    private boolean isMember() {
        return at > 0 && text.charAt(at - 1) == '.';
    }

    private void lineComment() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        // What is typed at its end is a part of it.
        add(Kind.COMMENT, end, false);
    }

    private void blockComment() {
        int depth = 0;
        int end = at;
        do {
            if (text.startsWith("/*", end)) {
                depth = language.hasDollarQuotes() || depth == 0 ? depth + 1 : depth;
                end += 2;
            } else if (text.startsWith("*/", end)) {
                depth--;
                end += 2;
            } else {
                end++;
            }
        } while (depth > 0 && end < text.length());
        add(Kind.COMMENT, Math.min(end, text.length()), depth == 0);
    }

    /** Two quotes stand for one; a backslash only escapes where it is said before the string. */
    private void quoted(Kind kind, int from, boolean escapes) {
        char quote = text.charAt(from);
        int end = from + 1;
        while (end < text.length()) {
            char sign = text.charAt(end);
            if (sign == '\\' && escapes) {
                end++;
            } else if (sign == quote) {
                if (end + 1 >= text.length() || text.charAt(end + 1) != quote) {
                    add(kind, end + 1, true);
                    return;
                }
                end++;
            }
            end++;
        }
        add(kind, text.length(), false);
    }

    private boolean dollarQuoted() {
        Matcher begin = DOLLAR_QUOTE.matcher(text).region(at, text.length());
        if (!begin.lookingAt()) {
            return false;
        }
        int end = text.indexOf(begin.group(), begin.end());
        add(Kind.STRING, end < 0 ? text.length() : end + begin.group().length(), end >= 0);
        return true;
    }

    private void add(Kind kind, int end, boolean closed) {
        tokens.add(new CodeToken(kind, at, end, closed));
        at = end;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    static boolean isWordPart(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$';
    }
}
