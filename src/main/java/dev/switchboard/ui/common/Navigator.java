package dev.switchboard.ui.common;

import java.util.Map;

/** Opens a screen by its id; the shell knows which there are. */
public interface Navigator {
    /** Shows a screen with arguments that the screen understands, such as {@code user} → a handle. */
    void open(String screenId, Map<String, String> arguments);

    /** Shows a screen as it was left. */
    default void open(String screenId) {
        open(screenId, Map.of());
    }

    /** Closes the session and opens a new one of the same environment, such as after a setting changed. */
    void reopen();
}
