package dev.switchboard.ui.conversations;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The chosen row of a list. When rows are replaced, a view selects whatever comes to stand in the place of the old row, or
 * nothing; such picks are not the operator's and are not taken.
 *
 * @param <R> a row
 */
public final class SelectedRow<R> {
    private final ReadOnlyObjectWrapper<@Nullable R> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper replaced = new ReadOnlyIntegerWrapper();
    private boolean replacing;

    /** The view says that the operator picked a row. */
    public void pick(@Nullable R row) {
        if (!replacing && row != null) {
            value.set(row);
        }
    }

    /** Chooses a row, or none. */
    void set(@Nullable R row) {
        value.set(row);
    }

    /** Changes the rows without listening to what views make of it. */
    void whileReplacing(Runnable change) {
        replacing = true;
        try {
            change.run();
        } finally {
            replacing = false;
        }
        replaced.set(replaced.get() + 1);
    }

    /** The chosen row, or null. */
    public @Nullable R get() {
        return value.get();
    }

    /** The chosen row, or null. */
    public ReadOnlyObjectProperty<@Nullable R> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Changes each time after rows were replaced: then views select the chosen row again. */
    public ReadOnlyIntegerProperty replacedProperty() {
        return replaced.getReadOnlyProperty();
    }
}
