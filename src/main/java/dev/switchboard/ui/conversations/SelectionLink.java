package dev.switchboard.ui.conversations;

import javafx.collections.ObservableList;
import javafx.scene.control.SelectionModel;
import org.jspecify.annotations.Nullable;

/** Synchronizes the selection of a view with the selected row of a model. */
final class SelectionLink {
    private SelectionLink() {}

    /** @param items the rows in the order of the view */
    static <R> void link(SelectionModel<R> view, ObservableList<R> items, SelectedRow<R> chosen) {
        view.selectedItemProperty().addListener((observable, old, now) -> chosen.pick(now));
        Runnable show = () -> show(view, items, chosen.get());
        chosen.valueProperty().addListener((observable, old, now) -> show.run());
        chosen.replacedProperty().addListener((observable, old, now) -> show.run());
        show.run();
    }

    private static <R> void show(SelectionModel<R> view, ObservableList<R> items, @Nullable R now) {
        int index = now == null ? -1 : items.indexOf(now);
        if (index < 0) {
            view.clearSelection();
        } else if (view.getSelectedIndex() != index || !items.get(index).equals(view.getSelectedItem())) {
            view.clearSelection();
            view.select(index);
        }
    }
}
