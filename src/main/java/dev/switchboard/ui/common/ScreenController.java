package dev.switchboard.ui.common;

import java.util.Map;

/** What the shell asks of a screen. All of it is called on the JavaFX thread. */
public interface ScreenController {
    /** The screen has come to the front. */
    default void shown(Map<String, String> arguments) {}

    /** F5. */
    default void refresh() {}

    /** Ctrl+F: moves the focus into the filter. */
    default void focusFilter() {}

    /** Esc: closes or cancels what is open inside the screen; false where nothing was. */
    default boolean escape() {
        return false;
    }

    /** The session is about to be closed: stop listening and cancel jobs. */
    default void closed() {}
}
