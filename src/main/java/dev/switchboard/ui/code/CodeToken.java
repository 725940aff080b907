package dev.switchboard.ui.code;

import java.util.Locale;

/**
 * A token of a statement.
 *
 * @param start its offset in the text, in UTF-16 units
 * @param end the offset after it
 * @param closed false for a string, a name or a comment that has no end yet
 */
record CodeToken(Kind kind, int start, int end, boolean closed) {
    /** What a token is; the name in lower case is its style class. */
    enum Kind {
        KEYWORD,
        WORD,
        STRING,
        NAME,
        NUMBER,
        COMMENT,
        SYMBOL;

        String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String text(String whole) {
        return whole.substring(start, end);
    }

    /** Whether a place is inside, where a typed character would become a part of it. */
    boolean contains(int offset) {
        return start < offset && (offset < end || (offset == end && !closed));
    }
}
