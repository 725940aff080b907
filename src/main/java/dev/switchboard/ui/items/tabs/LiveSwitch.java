package dev.switchboard.ui.items.tabs;

import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.items.live.LivePane;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows the changes to the table of a tab as they are made, in place of the items that were read. */
final class LiveSwitch {
    private final UiContext context;
    private final QueryTabViewModel model;
    private final StackPane holder;
    private final Node items;
    private @Nullable LivePane pane;
    private @Nullable String table;

    /**
     * @param holder shows the changes or the items
     * @param items the view of the items
     */
    LiveSwitch(UiContext context, QueryTabViewModel model, StackPane holder, Node items) {
        this.context = context;
        this.model = model;
        this.holder = holder;
        this.items = items;
    }

    void install(ToggleButton button) {
        button.disableProperty().bind(model.query().tableProperty().isNull());
        button.selectedProperty().subscribe(this::show);
        model.query().tableProperty().addListener((observable, old, now) -> show(button.isSelected()));
    }

    private void show(boolean live) {
        @Nullable String now = live ? model.query().tableProperty().get() : null;
        if (now == null) {
            close();
            holder.getChildren().setAll(items);
        } else if (!now.equals(table)) {
            close();
            table = now;
            LivePane made = LivePane.of(context, now);
            pane = made;
            holder.getChildren().setAll(made.root());
            made.start();
        }
    }

    /** Ends following. */
    void close() {
        if (pane != null) {
            pane.close();
        }
        pane = null;
        table = null;
    }
}
