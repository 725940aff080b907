package dev.switchboard.ui.common;

import java.util.Map;

/** Opens screens by ID. Implemented by the shell. */
public interface Navigator {
    /** Shows a screen with arguments for it, such as {@code user} with a handle. */
    void open(String screenId, Map<String, String> arguments);

    /** Shows a screen in its last state. */
    default void open(String screenId) {
        open(screenId, Map.of());
    }

    /** Closes the session and opens a new one for the same environment, for example after a setting changed. */
    void reopen();
}
