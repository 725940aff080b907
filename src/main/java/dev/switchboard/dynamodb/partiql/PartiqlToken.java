package dev.switchboard.dynamodb.partiql;

import java.util.Locale;

/**
 * A token of PartiQL.
 *
 * @param start its offset in the text, in UTF-16 units
 * @param end the offset after it
 * @param text as it is written, with its quotes
 * @param closed false for a string, a quoted name or a comment that has no end
 */
public record PartiqlToken(Kind kind, int start, int end, String text, boolean closed) {
    /** The kind of a token. */
    public enum Kind {
        WORD,
        STRING,
        QUOTED_NAME,
        NUMBER,
        SYMBOL,
        COMMENT
    }

    /** Whether it is this keyword, in any case. */
    boolean is(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Whether it is this symbol. */
    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether it can be a name: a word or a quoted name. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }

    /** The text without its quotes, in which two quotes stand for one. */
    String value() {
        return switch (kind) {
            case STRING -> text.substring(1, closed ? text.length() - 1 : text.length()).replace("''", "'");
            case QUOTED_NAME -> text.substring(1, closed ? text.length() - 1 : text.length()).replace("\"\"", "\"");
            default -> text;
        };
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }
}
