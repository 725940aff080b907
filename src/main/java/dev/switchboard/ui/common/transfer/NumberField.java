package dev.switchboard.ui.common.transfer;

/** Reads the numbers of the forms: whole numbers and rates, with or without thousands separators. */
final class NumberField {
    private NumberField() {}

    /** Whether a text is a whole number within these bounds. */
    static boolean isWhole(String text, long least, long most) {
        try {
            long value = Long.parseLong(plain(text));
            return value >= least && value <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The whole number of a text that {@link #isWhole}. */
    static int whole(String text) {
        return Integer.parseInt(plain(text));
    }

    /** Whether a text is empty, or a rate that is greater than 0. */
    static boolean isRate(String text) {
        if (text.isBlank()) {
            return true;
        }
        try {
            double value = Double.parseDouble(plain(text));
            return value > 0 && value < 1_000_000;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The rate of a text that {@link #isRate}; negative, which means the usual rate, if it is empty. */
    static double rate(String text) {
        return text.isBlank() ? -1 : Double.parseDouble(plain(text));
    }

    private static String plain(String text) {
        return text.strip().replace(",", "").replace("_", "");
    }
}
