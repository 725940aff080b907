package dev.switchboard.ui.common.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

/**
 * Selects the same rows again after a refresh has replaced them by newer ones, told apart by an identity.
 *
 * @param <R> the type of a row
 */
public final class RowSelection<R> {
    private final TableView<R> table;
    private final Function<R, ?> identity;
    private Set<Object> chosen = Set.of();
    private boolean restoring;

    private RowSelection(TableView<R> table, Function<R, ?> identity) {
        this.table = table;
        this.identity = identity;
    }

    /**
     * Keeps the selection of a table.
     *
     * @param rows the rows, to which the table itself listens later
     * @param identity what two versions of a row have in common
     */
    public static <R> void keep(TableView<R> table, ObservableList<R> rows, Function<R, ?> identity) {
        RowSelection<R> kept = new RowSelection<>(table, identity);
        rows.addListener(kept::rowsChanged);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<R>) change -> kept.selected());
    }

    private void selected() {
        if (!restoring) {
            chosen = identities();
        }
    }

    private Set<Object> identities() {
        Set<Object> identities = new HashSet<>();
        for (R row : new ArrayList<>(table.getSelectionModel().getSelectedItems())) {
            if (row != null) {
                identities.add(identity.apply(row));
            }
        }
        return identities;
    }

    private void rowsChanged(Change<? extends R> change) {
        boolean replaced = false;
        while (change.next()) {
            replaced |= change.wasRemoved() && change.wasAdded();
        }
        if (replaced && !restoring && !chosen.isEmpty()) {
            restoring = true;
            // The selection model of the table follows the change after this listener.
            Platform.runLater(this::restore);
        }
    }

    private void restore() {
        if (!identities().equals(chosen)) {
            List<R> rows = table.getItems();
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (chosen.contains(identity.apply(rows.get(i)))) {
                    found.add(i);
                }
            }
            table.getSelectionModel().clearSelection();
            if (!found.isEmpty()) {
                int[] others = found.stream().skip(1).mapToInt(Integer::intValue).toArray();
                table.getSelectionModel().selectIndices(found.getFirst(), others);
            }
        }
        restoring = false;
        chosen = identities();
    }
}
