package dev.switchboard.ui.items;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The rows in columns that are discovered as they come. Another scan gets another table view, with columns of its own. */
final class ItemTable {
    private static final Messages TEXT = Messages.of(ItemTable.class);
    private static final double KEY_WIDTH = 250;
    private static final double WIDTH = 180;
    private final ItemsViewModel model;
    private final WindowState state;
    private final StackPane root = new StackPane();
    private final ReadOnlyObjectWrapper<@Nullable Item> selected = new ReadOnlyObjectWrapper<>();
    private @Nullable TableColumns<Item> columns;

    ItemTable(ItemsViewModel model, WindowState state) {
        this.model = model;
        this.state = state;
        model.columns().names().addListener(this::columnsChanged);
    }

    /** Where the table view of the last scan stands. */
    StackPane root() {
        return root;
    }

    /** The row in which the operator stands, null for none. */
    ReadOnlyObjectProperty<@Nullable Item> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    private void columnsChanged(ListChangeListener.Change<? extends String> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                forget();
            }
            if (change.wasAdded()) {
                add(change.getAddedSubList());
            }
        }
    }

    private void forget() {
        root.getChildren().clear();
        columns = null;
        selected.unbind();
        selected.set(null);
    }

    private void add(List<? extends String> names) {
        TableColumns<Item> all = columns == null ? begin() : columns;
        for (String name : names) {
            double width = model.columns().isKey(name) ? KEY_WIDTH : WIDTH;
            all.text(name, name, width, item -> ItemCellFormatter.cell(item, name), ItemCellFormatter.order(name));
        }
    }

    private TableColumns<Item> begin() {
        TableView<Item> view = new TableView<>();
        view.setId("items-table");
        view.setAccessibleText(TEXT.get("table.accessible"));
        TableColumns<Item> made = TableColumns.of(view, "items." + model.tableProperty().get(), state).json(Item::toJson);
        // As wide as the values want, with a scroll bar: squeezed into the window, sixty columns would be of no use.
        view.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        made.show(model.shown());
        selected.bind(view.getSelectionModel().selectedItemProperty());
        root.getChildren().setAll(view);
        columns = made;
        return made;
    }
}
