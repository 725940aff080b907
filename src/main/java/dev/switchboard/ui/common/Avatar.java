package dev.switchboard.ui.common;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** The initials of a user in a circle. */
public final class Avatar extends Label {
    /** Creates an empty avatar. */
    public Avatar() {
        getStyleClass().add("avatar");
        // The name is next to it; a screen reader should not read the initials.
        setAccessibleRole(AccessibleRole.NODE);
    }

    /** Shows the initials of a user. */
    public void show(String displayName, String handle) {
        setText(initials(displayName, handle));
    }

    /** Up to two capital letters of the first and last name, or one of the handle; a question mark if both are empty. */
    public static String initials(String displayName, String handle) {
        String[] words = displayName.strip().split("\\s+", -1);
        String first = words[0].isEmpty() ? handle : words[0];
        if (first.isEmpty()) {
            return "?";
        }
        String initials = letter(first) + (words.length > 1 ? letter(words[words.length - 1]) : "");
        return initials.toUpperCase(Locale.ROOT);
    }

    private static String letter(String word) {
        // A code point, not a char: some names start with a supplementary character.
        return Character.toString(word.codePointAt(0));
    }
}
