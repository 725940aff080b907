package dev.switchboard.ui.items.query;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Labels of choice boxes. */
final class ChoiceLabels {
    private ChoiceLabels() {}

    /** Converts values to their labels. Nothing is entered as text, so there is no way back. */
    static <T> StringConverter<T> of(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String label) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
