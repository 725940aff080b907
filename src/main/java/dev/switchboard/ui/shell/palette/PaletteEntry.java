package dev.switchboard.ui.shell.palette;

import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the command palette and of the menu.
 *
 * @param title the label
 * @param hint what is shown beside it, such as a keyboard shortcut; may be empty
 * @param icon an Ikonli literal
 * @param keys the keyboard shortcut; null if there is none
 * @param run the action, called on the JavaFX thread
 */
public record PaletteEntry(String title, String hint, String icon, @Nullable KeyCombination keys, Runnable run) {
    /** An entry without a keyboard shortcut. */
    public PaletteEntry(String title, String hint, String icon, Runnable run) {
        this(title, hint, icon, null, run);
    }

    /** An entry with a keyboard shortcut, which is its hint. */
    public PaletteEntry(String title, KeyCombination keys, String icon, Runnable run) {
        this(title, keys.getDisplayText(), icon, keys, run);
    }
}
