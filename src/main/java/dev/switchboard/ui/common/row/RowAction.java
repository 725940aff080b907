package dev.switchboard.ui.common.row;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** An action on the chosen row: one definition for its button and its item in the context menu, so that both are disabled for one reason. */
public final class RowAction {
    private final ObservableValue<String> name;
    private final String icon;
    private final Runnable run;
    private final ObservableValue<Boolean> disabled;
    private final ObservableValue<Boolean> offered;

    /**
     * Creates an action.
     *
     * @param icon an Ikonli icon literal
     * @param disabled true while it cannot be used
     * @param offered false while it is not shown
     */
    public RowAction(
            ObservableValue<String> name, String icon, ObservableValue<Boolean> disabled, ObservableValue<Boolean> offered, Runnable run) {
        this.name = name;
        this.icon = icon;
        this.disabled = disabled;
        this.offered = offered;
        this.run = run;
    }

    /** An action with a fixed name that is always shown. */
    public RowAction(String name, String icon, ObservableValue<Boolean> disabled, Runnable run) {
        this(new ReadOnlyStringWrapper(name), icon, disabled, new SimpleBooleanProperty(true), run);
    }

    /** Gives a button this action. */
    public void bind(ButtonBase button) {
        button.textProperty().bind(name);
        button.setGraphic(new FontIcon(icon));
        button.disableProperty().bind(disabled);
        button.visibleProperty().bind(offered);
        button.managedProperty().bind(offered);
        button.setOnAction(event -> run.run());
    }

    /** A menu item with this action. */
    public MenuItem menuItem() {
        MenuItem item = new MenuItem();
        item.textProperty().bind(name);
        item.setGraphic(new FontIcon(icon));
        item.disableProperty().bind(disabled);
        item.visibleProperty().bind(offered);
        item.setOnAction(event -> run.run());
        return item;
    }
}
