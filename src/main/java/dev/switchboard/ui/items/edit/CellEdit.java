package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.TypedValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of a cell that can be edited in its place.
 *
 * @param text the present text
 * @param commit stages another text; returns what is wrong with it, or empty
 */
record CellEdit(String text, Function<String, String> commit) {
    private static final int LONGEST = 2_000;

    /** The text of a value that fits into a cell: a short string on one line, a number or a Boolean; null if it does not. */
    static @Nullable String text(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) ->
                text.length() <= LONGEST && text.lines().count() <= 1 && !text.endsWith("\n") ? text : null;
            case TypedValue.Digits(String digits) -> digits;
            case TypedValue.Truth(boolean truth) -> String.valueOf(truth);
            default -> null;
        };
    }
}
