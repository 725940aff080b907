package dev.switchboard.ui.common.grid;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that the typed letters lead to: the next one whose text begins with them. After a pause of one second, the letters begin anew.
 *
 * @param <R> the type of a row
 */
final class TypeToJump<R> {
    private static final long PAUSE_NANOS = 1_000_000_000;
    private final LongSupplier clock;
    private String typed = "";
    private long last;

    /** @param clock nanoseconds, as {@link System#nanoTime} */
    TypeToJump(LongSupplier clock) {
        this.clock = clock;
    }

    /** Whether letters were typed within the last second, so that a space belongs to them. */
    boolean isTyping() {
        return !typed.isEmpty() && clock.getAsLong() - last < PAUSE_NANOS;
    }

    /**
     * Adds a character.
     *
     * @param from the index of the selected row; -1 for none
     * @return the index of the row to select; -1 if no row begins with what was typed
     */
    int type(String character, List<R> rows, Function<R, @Nullable String> text, int from) {
        boolean begins = !isTyping();
        typed = begins ? character : typed + character;
        last = clock.getAsLong();
        // The same letter again goes on to the next row that begins with it.
        boolean repeated = !begins && typed.chars().allMatch(sign -> sign == typed.charAt(0));
        int found = find(typed, rows, text, begins ? from + 1 : Math.max(0, from));
        return found < 0 && repeated ? find(character, rows, text, from + 1) : found;
    }

    private int find(String wanted, List<R> rows, Function<R, @Nullable String> text, int from) {
        for (int i = 0; i < rows.size(); i++) {
            int at = (from + i) % rows.size();
            if (begins(text.apply(rows.get(at)), wanted)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a text begins with another, ignoring case and signs such as the @ in front of a handle. */
    private static boolean begins(@Nullable String text, String wanted) {
        if (text == null) {
            return false;
        }
        int start = 0;
        while (start < text.length() && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        return text.regionMatches(true, 0, wanted, 0, wanted.length()) || text.regionMatches(true, start, wanted, 0, wanted.length());
    }
}
