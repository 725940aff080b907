package dev.switchboard.text;

/**
 * Shows the characters that change the direction of the text after them. A name or a message that contains one can make a reader see other
 * words than those that are stored. Marks that only help a text in its own direction are kept.
 */
public final class BidiText {
    private static final char SYMBOL = '\uFFFD';

    private BidiText() {}

    /** Returns the text with a symbol for each embedding, override and isolate. */
    public static String visible(String text) {
        return text.chars().noneMatch(BidiText::turns) ? text : replaced(text);
    }

    private static String replaced(String text) {
        StringBuilder visible = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (turns(text.charAt(i))) {
                visible.setCharAt(i, SYMBOL);
            }
        }
        return visible.toString();
    }

    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
