package dev.switchboard.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What somebody typed, or a file held, as a sentence may repeat it. */
public final class Quote {
    /** Characters that are repeated at most. */
    public static final int LONGEST = 200;

    private static final Pattern SCHEME = Pattern.compile("^\\w+:/+");

    private Quote() {}

    /** The text, cut where it is long, and without what would move a terminal's cursor or turn its writing round. */
    public static String of(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        StringBuilder shown = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> shown.appendCodePoint(isShown(c) ? c : 0xFFFD));
        return shown.toString();
    }

    /** Likewise an address; of one that has a login or a query, in both of which a password can stand, no more than its scheme. */
    public static String ofAddress(String text) {
        boolean open = text.indexOf('@') < 0 && text.indexOf('?') < 0;
        return open ? of(text) : of(SCHEME.matcher(text).results().map(MatchResult::group).findFirst().orElse("")) + "…";
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            // A zero-width joiner makes one sign of several and is harmless; an override of the direction is not.
            case Character.FORMAT -> c == 0x200D || c == 0x200C;
            default -> true;
        };
    }
}
