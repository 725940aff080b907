package dev.switchboard.ui.conversations;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The selected row of a list. When rows are replaced, a view may select another row or none by itself; such selections are not made by
 * the user and are ignored.
 *
 * @param <R> a row
 */
public final class SelectedRow<R> {
    private final ReadOnlyObjectWrapper<@Nullable R> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper replaced = new ReadOnlyIntegerWrapper();
    private boolean replacing;

    /** Called by the view when the user selects a row. */
    public void pick(@Nullable R row) {
        if (!replacing && row != null) {
            value.set(row);
        }
    }

    /** Selects a row, or none. */
    void set(@Nullable R row) {
        value.set(row);
    }

    /** Replaces rows while ignoring selections by views. */
    void whileReplacing(Runnable change) {
        replacing = true;
        try {
            change.run();
        } finally {
            replacing = false;
        }
        replaced.set(replaced.get() + 1);
    }

    /** The selected row, or null. */
    public @Nullable R get() {
        return value.get();
    }

    /** The selected row, or null. */
    public ReadOnlyObjectProperty<@Nullable R> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Changes after rows were replaced, so that views restore the selection. */
    public ReadOnlyIntegerProperty replacedProperty() {
        return replaced.getReadOnlyProperty();
    }
}
