package dev.switchboard.text;

/**
 * Makes text safe for a terminal or a log. Data can contain control characters that move the cursor, change the title or the clipboard of
 * a terminal, and invisible format characters that reorder or hide text. They become visible symbols.
 */
public final class TerminalText {
    private static final char SYMBOL = '\uFFFD';
    private static final String HEX = "0123456789abcdef";

    private TerminalText() {}

    /** Returns the text on one line: line breaks and tabs become spaces, and control characters become symbols. */
    public static String single(String text) {
        if (isSafe(text, false)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else {
                append(line, c);
            }
        });
        return line.toString();
    }

    /** Returns the text with its line feeds and tabs; other control characters become symbols. */
    public static String lines(String text) {
        if (isSafe(text, true)) {
            return text;
        }
        StringBuilder lines = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                lines.append((char) c);
            } else {
                append(lines, c);
            }
        });
        return lines.toString();
    }

    /** Returns the same JSON document with these characters as escapes. They can only occur in its strings, and their value is the same. */
    public static String json(String document) {
        if (isSafe(document, true)) {
            return document;
        }
        StringBuilder escaped = new StringBuilder(document.length() + 16);
        document.codePoints().forEach(c -> {
            if (isUnsafe(c) && !isJsonSpace(c)) {
                for (char unit : Character.toChars(c)) {
                    escaped.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        escaped.append(HEX.charAt(unit >> shift & 0xF));
                    }
                }
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean isJsonSpace(int c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static void append(StringBuilder target, int c) {
        if (isUnsafe(c)) {
            target.append(SYMBOL);
        } else {
            target.appendCodePoint(c);
        }
    }

    private static boolean isSafe(String text, boolean severalLines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= ' ' && c < 0x7F) || (severalLines && (c == '\n' || c == '\t'));
            if (!plain && (Character.isSurrogate(c) || isUnsafe(c))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a terminal would obey a character, or a reader could not see it. */
    public static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            case Character.FORMAT -> !isVisibleFormat(c);
            default -> false;
        };
    }

    /** Joiners of letters and emoji, the soft hyphen, and Arabic signs that are shown. */
    private static boolean isVisibleFormat(int c) {
        return c == 0x200C || c == 0x200D || c == 0xAD || (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x8E2;
    }
}
