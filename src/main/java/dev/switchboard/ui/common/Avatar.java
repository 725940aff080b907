package dev.switchboard.ui.common;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** Somebody's initials in a circle. */
public final class Avatar extends Label {
    /** Empty until somebody is shown. */
    public Avatar() {
        getStyleClass().add("avatar");
        // The name stands beside it; read aloud, initials only disturb.
        setAccessibleRole(AccessibleRole.NODE);
    }

    /** Shows somebody's initials. */
    public void show(String displayName, String handle) {
        setText(initials(displayName, handle));
    }

    /** Up to two capitals: of the first and the last name, else of the handle; a question mark where there is nothing. */
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
        // A code point, not a char: some names begin beyond the basic plane.
        return Character.toString(word.codePointAt(0));
    }
}
