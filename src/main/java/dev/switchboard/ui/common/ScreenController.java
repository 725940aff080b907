package dev.switchboard.ui.common;

import java.util.Map;

/** Lifecycle and keyboard events of a screen. All methods are called on the JavaFX thread. */
public interface ScreenController {
    /** Called when the screen is shown. */
    default void shown(Map<String, String> arguments) {}

    /** Called when F5 is pressed. */
    default void refresh() {}

    /** Called when Ctrl+F is pressed: moves the focus to the filter. */
    default void focusFilter() {}

    /** Called when Esc is pressed: closes or cancels what is open in the screen. Returns false if there was nothing to close. */
    default boolean escape() {
        return false;
    }

    /** Called before the session is closed: removes listeners and cancels jobs. */
    default void closed() {}
}
