package dev.switchboard.dynamodb.partiql;

import dev.switchboard.dynamodb.partiql.PartiqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into tokens. It accepts any text, because a person may still be typing it. */
public final class PartiqlLexer {
    private static final List<String> LONG_SYMBOLS = List.of("<<", ">>", "<=", ">=", "<>", "!=", "||");
    private final String text;
    private final List<PartiqlToken> tokens = new ArrayList<>();
    private int at;

    private PartiqlLexer(String text) {
        this.text = text;
    }

    /** Returns all tokens with the comments, without the white space between them. */
    public static List<PartiqlToken> tokens(String text) {
        PartiqlLexer lexer = new PartiqlLexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char sign = text.charAt(at);
        if (Character.isWhitespace(sign)) {
            at++;
        } else if (text.startsWith("--", at)) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            add(Kind.COMMENT, end, true);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            add(Kind.COMMENT, end < 0 ? text.length() : end + 2, end >= 0);
        } else if (text.startsWith("'", at)) {
            quoted(sign, Kind.STRING);
        } else if (text.startsWith("\"", at)) {
            quoted(sign, Kind.QUOTED_NAME);
        } else if (isDigit(sign) || (sign == '.' && isDigit(charAt(at + 1)) && !followsName())) {
            number();
        } else if (Character.isLetter(sign) || sign == '_' || sign == '$') {
            int end = at;
            while (isNamePart(charAt(end))) {
                end++;
            }
            add(Kind.WORD, end, true);
        } else {
            int length =
                    LONG_SYMBOLS.stream().anyMatch(symbol -> text.startsWith(symbol, at)) ? 2 : Character.charCount(text.codePointAt(at));
            add(Kind.SYMBOL, at + length, true);
        }
    }

    /** Two quotes stand for one quote inside. */
    private void quoted(char quote, Kind kind) {
        int end = at + 1;
        while (end < text.length()) {
            if (text.charAt(end) == quote) {
                if (charAt(end + 1) != quote) {
                    add(kind, end + 1, true);
                    return;
                }
                end++;
            }
            end++;
        }
        add(kind, text.length(), false);
    }

    private void number() {
        int end = at;
        while (isDigit(charAt(end)) || charAt(end) == '.') {
            end++;
        }
        if (charAt(end) == 'e' || charAt(end) == 'E') {
            int digits = charAt(end + 1) == '+' || charAt(end + 1) == '-' ? end + 2 : end + 1;
            if (isDigit(charAt(digits))) {
                end = digits;
                while (isDigit(charAt(end))) {
                    end++;
                }
            }
        }
        add(Kind.NUMBER, end, true);
    }

    private boolean followsName() {
        return !tokens.isEmpty() && tokens.getLast().end() == at && tokens.getLast().kind() != Kind.SYMBOL;
    }

    private void add(Kind kind, int end, boolean closed) {
        tokens.add(new PartiqlToken(kind, at, end, text.substring(at, end), closed));
        at = end;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isNamePart(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$';
    }
}
