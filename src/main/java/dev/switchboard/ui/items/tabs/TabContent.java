package dev.switchboard.ui.items.tabs;

import dev.switchboard.session.DataChange;
import java.time.Instant;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** What a tab of the Items screen shows. All methods are called on the JavaFX thread. */
public interface TabContent {
    /** The view, made once. */
    Parent root();

    /** What kind of tab it is. */
    TabKind kind();

    /** The title of the tab. */
    ObservableValue<String> titleProperty();

    /** The text from which the tab can be made again after a restart. */
    ObservableValue<String> textProperty();

    /** Reads again what was read; nothing if nothing was. */
    void refresh();

    /** Whether the tab can show something else without a loss. */
    boolean isUnused();

    /** Moves the focus to the filter. */
    void focusFilter();

    /** Stops or clears what can be; false if there was nothing. */
    boolean escape();

    /** Something was written. */
    void changed(Set<DataChange> changes);

    /** When what is shown was read; null while nothing is. */
    ObservableValue<@Nullable Instant> asOf();

    /** What is not written yet, in words; empty for nothing. */
    String unsaved();

    /** Gives up what is not written yet, because the tab is closed and not only the session. */
    void discard();

    /** Cancels all jobs before the tab is closed. */
    void close();
}
