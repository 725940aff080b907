package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.value.TimeHint;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.entity.EntityColumn;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import dev.switchboard.ui.common.grid.GridColumn;
import dev.switchboard.ui.items.edit.ItemEditMenu;
import dev.switchboard.ui.items.edit.ItemEditing;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows items in columns that are added as attributes occur. Each read has a new table view. */
final class ItemTable {
    private static final Messages TEXT = Messages.of(ItemTable.class);
    private static final double KEY_WIDTH = 250;
    private static final double WIDTH = 180;
    private final ResultsViewModel model;
    private final WindowState state;
    private final ItemEditing editing;
    private final StackPane root = new StackPane();
    private final ObservableList<Item> selected = FXCollections.observableArrayList();
    private final ListChangeListener<Item> selecting = change -> selectionChanged();
    private @Nullable TableColumns<Item> columns;
    private @Nullable TableView<Item> view;
    private boolean byEntity;

    ItemTable(ResultsViewModel model, WindowState state, ItemEditing editing) {
        this.model = model;
        this.editing = editing;
        this.state = state;
        model.columns().names().addListener(this::columnsChanged);
    }

    /** The parent of the table view of the last read. */
    StackPane root() {
        return root;
    }

    /** The selected items, in any number. */
    ObservableList<Item> selected() {
        return selected;
    }

    private void selectionChanged() {
        List<Item> now = view == null
                ? List.of()
                : view.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
        if (!now.equals(selected)) {
            selected.setAll(now);
        }
    }

    private void columnsChanged(ListChangeListener.Change<? extends String> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                forget();
                byEntity = false;
            }
            if (change.wasAdded() && !byEntity) {
                add(change.getAddedSubList());
            }
        }
    }

    private void forget() {
        root.getChildren().clear();
        columns = null;
        view = null;
        selected.clear();
    }

    private void add(List<? extends String> names) {
        TableColumns<Item> all = columns == null ? begin("") : columns;
        for (String name : names) {
            double width = model.columns().isKey(name) ? KEY_WIDTH : WIDTH;
            all.add(attribute(name, name, width));
        }
    }

    /** Shows the items with columns of an entity; without any, with those of their attributes. */
    void show(List<EntityColumn> entityColumns) {
        if (model.columns().names().isEmpty()) {
            return;
        }
        forget();
        byEntity = !entityColumns.isEmpty();
        if (!byEntity) {
            add(model.columns().names());
            return;
        }
        TableColumns<Item> made = begin("." + entityColumns.hashCode());
        for (EntityColumn column : entityColumns) {
            made.add(switch (column) {
                case EntityColumn.Attribute attribute -> attribute(attribute.name(), column.title(), WIDTH);
                case EntityColumn.KeyPart part -> GridColumn.of(part.attribute(), column.title(), GridColumn.Kind.TEXT, WIDTH,
                        GridColumn.nullable(part::text), Comparator.comparing(part::text));
            });
        }
    }

    /** A cell shows the beginning of a value; copies and the row in full have all of it. */
    private static GridColumn<Item> attribute(String name, String title, double width) {
        return GridColumn.<Item>of(name, title, GridColumn.Kind.TEXT, width, item -> ItemCellFormatter.cell(item, name),
                ItemCellFormatter.order(name)).withWhole(item -> item.type(name).isEmpty() ? null : item.display(name));
    }

    private static Map<String, @Nullable String> fields(Item item) {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        item.names().forEach(name -> fields.put(name, item.display(name)));
        return fields;
    }

    private TableColumns<Item> begin(String suffix) {
        TableView<Item> shown = new TableView<>();
        view = shown;
        shown.setId("items-table");
        shown.setAccessibleText(TEXT.get("table.accessible"));
        @Nullable ReadPlan plan = model.planProperty().get();
        TableColumns<Item> made =
                TableColumns.of(shown, "items." + (plan == null ? "" : plan.table()) + suffix, state).json(Item::toJson)
                        .fields(ItemTable::fields)
                        .hints(ItemTable::hint)
                        .copiesHeadings()
                        .scrolls();
        made.show(model.shown());
        ItemEditMenu.install(editing, shown);
        shown.getSelectionModel().getSelectedItems().addListener(selecting);
        root.getChildren().setAll(shown);
        columns = made;
        return made;
    }

    private static String hint(String attribute, Item item) {
        @Nullable TypedValue value = TypedItems.value(item, attribute);
        return value == null ? TEXT.get("cell.missing") : TimeHint.of(value);
    }
}
