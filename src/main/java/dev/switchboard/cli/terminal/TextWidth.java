package dev.switchboard.cli.terminal;

import dev.switchboard.text.TerminalText;
import java.text.BreakIterator;
import java.util.Locale;

/** The columns that text takes on a terminal: two for a wide character or an emoji, none for a combining mark. */
public final class TextWidth {
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int FIRST_WIDE = 0x1100;

    /** The ranges of East Asian wide and fullwidth characters that are not emoji, each with its first and last character. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF}, {0xFE10, 0xFE19}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x16FE0, 0x18D08}, {0x1AFF0, 0x1B2FB},
        {0x1F1E6, 0x1F1FF}, {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD}
    };

    private TextWidth() {}

    /** Returns the number of columns. */
    public static int of(String text) {
        if (text.chars().allMatch(c -> c < 0x300)) {
            return text.length();
        }
        return columns(text, Integer.MAX_VALUE)[1];
    }

    /** Returns the text on one line, with spaces up to a number of columns. */
    public static String pad(String text, int columns) {
        String line = TerminalText.single(text);
        return line + " ".repeat(Math.max(0, columns - of(line)));
    }

    /** Returns the text cut to a number of columns, with an ellipsis if it is longer. Characters are not divided. */
    public static String cut(String text, int columns) {
        return of(text) <= columns ? text : text.substring(0, columns(text, columns - 1)[0]) + "…";
    }

    /** Returns the length of the longest beginning within a number of columns, in characters and in columns. */
    private static int[] columns(String text, int most) {
        BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        int width = 0;
        int start = 0;
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            int cluster = cluster(text.substring(start, end));
            if (width + cluster > most) {
                break;
            }
            width += cluster;
            start = end;
        }
        return new int[] {start, width};
    }

    private static int cluster(String text) {
        return text.codePoints().map(TextWidth::codePoint).reduce(0, Math::max);
    }

    private static int codePoint(int c) {
        if (c == EMOJI_STYLE || Character.isEmojiPresentation(c) || isWide(c)) {
            return 2;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> 1;
        };
    }

    private static boolean isWide(int c) {
        if (c >= FIRST_WIDE) {
            for (int[] range : WIDE) {
                if (c >= range[0] && c <= range[1]) {
                    return true;
                }
            }
        }
        return false;
    }
}
