package dev.switchboard.ui.common;

import dev.switchboard.session.DataChange;
import dev.switchboard.ui.common.freshness.AsOf;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

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

    /** Whether a write may have altered what this screen shows. */
    default boolean shows(DataChange change) {
        return false;
    }

    /**
     * Called when something that this screen shows was written: at once while it is in front, otherwise when it is shown again. A failure
     * that it shows may be gone as well.
     *
     * @param changes those that it {@link #shows}
     */
    default void changed(Set<DataChange> changes) {
        refresh();
    }

    /** Called when the screen or the window is shown again after a while. Reads no more than a first visit does. */
    default void outdated() {}

    /** When what the screen shows was read; holds null while that is nothing, or where it always shows the present. */
    default ObservableValue<@Nullable Instant> asOf() {
        return AsOf.NEVER;
    }

    /** What the operator entered and did not write yet, such as {@code 2 staged edits}, and what is kept for the next session; empty for nothing. */
    default String unsaved() {
        return "";
    }

    /** Called before the session is closed: removes listeners and cancels jobs. */
    default void closed() {}
}
