package dev.switchboard.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Prepares untrusted text for use in a message. */
public final class Quote {
    /** The maximum number of characters. */
    public static final int LONGEST = 200;

    private static final Pattern SCHEME = Pattern.compile("^\\w+:/+");

    private Quote() {}

    /**
     * Returns the text, truncated if it is long, without control characters that could manipulate a terminal or reverse the text
     * direction.
     */
    public static String of(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        StringBuilder shown = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> shown.appendCodePoint(isShown(c) ? c : 0xFFFD));
        return shown.toString();
    }

    /**
     * Returns a URL like {@link #of}. If it has user info or a query, which may contain a password, only its scheme is returned.
     */
    public static String ofAddress(String text) {
        boolean open = text.indexOf('@') < 0 && text.indexOf('?') < 0;
        return open ? of(text) : of(SCHEME.matcher(text).results().map(MatchResult::group).findFirst().orElse("")) + "…";
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            // Zero-width joiners combine characters and are harmless; direction overrides are not.
            case Character.FORMAT -> c == 0x200D || c == 0x200C;
            default -> true;
        };
    }
}
