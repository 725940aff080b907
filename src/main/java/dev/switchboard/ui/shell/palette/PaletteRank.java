package dev.switchboard.ui.shell.palette;

/** How well a title matches a query; both are normalized. Lower is better: prefix, prefix of a word, substring, subsequence. */
final class PaletteRank {
    /** The rank of the weakest match. */
    static final int WORST = 3;

    private static final int NONE = WORST + 1;

    private PaletteRank() {}

    /** The rank, or a greater number than {@link #WORST} if the title does not match. */
    static int of(String title, String typed) {
        int at = title.indexOf(typed);
        if (at == 0) {
            return 0;
        }
        if (at > 0) {
            return startsWord(title, typed, at) ? 1 : 2;
        }
        return inOrder(title, typed) ? WORST : NONE;
    }

    private static boolean startsWord(String title, String typed, int first) {
        for (int at = first; at > 0; at = title.indexOf(typed, at + 1)) {
            char before = title.charAt(at - 1);
            if (before == ' ' || before == '@' || before == '(') {
                return true;
            }
        }
        return false;
    }

    private static boolean inOrder(String title, String typed) {
        int from = 0;
        for (int i = 0; i < typed.length(); i++) {
            from = title.indexOf(typed.charAt(i), from) + 1;
            if (from == 0) {
                return false;
            }
        }
        return true;
    }
}
