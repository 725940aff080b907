package dev.switchboard.ui.common.row;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.TableViewSelectionModel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the chosen rows of a table while its rows are replaced by newer ones, which are other objects for the same things.
 *
 * @param <R> the type of a row
 */
public final class SelectionKeeper<R> {
    private final TableView<R> table;
    private final Function<R, ?> key;

    /** @param key what identifies a row, however its other values change */
    public SelectionKeeper(TableView<R> table, Function<R, ?> key) {
        this.table = table;
        this.key = key;
    }

    /** Replaces the rows, and chooses those again that were chosen before. */
    public void replacing(Runnable replace) {
        TableViewSelectionModel<R> selection = table.getSelectionModel();
        List<R> chosen = selection.getSelectedItems().stream().filter(Objects::nonNull).toList();
        @Nullable R last = selection.getSelectedItem();
        replace.run();
        selection.clearSelection();
        Set<Object> keys = new HashSet<>();
        chosen.forEach(row -> keys.add(key.apply(row)));
        @Nullable Object lastKey = last == null ? null : key.apply(last);
        int lastIndex = -1;
        for (int index = 0; index < table.getItems().size() && !keys.isEmpty(); index++) {
            Object at = key.apply(table.getItems().get(index));
            // The first of several with one key.
            if (keys.remove(at)) {
                selection.select(index);
                lastIndex = at.equals(lastKey) ? index : lastIndex;
            }
        }
        if (lastIndex >= 0) {
            // Selected last, so that it is the row that the details are about.
            selection.select(lastIndex);
        }
    }
}
