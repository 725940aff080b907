package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.explorer.edit.StagedEdit;
import dev.switchboard.explorer.edit.StagedKind;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** The commands that edit the selected items, for the context menu and the keys of a table, or for a menu button. */
public final class ItemEditMenu {
    private static final Messages TEXT = Messages.of(ItemEditMenu.class);
    private static final PseudoClass STAGED = PseudoClass.getPseudoClass("staged");
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("staged-delete");
    private final ItemEditing editing;
    private final Supplier<List<Item>> selected;
    private final MenuItem create = new MenuItem(TEXT.get("menu.new"));
    private final MenuItem edit;
    private final MenuItem duplicate;
    private final MenuItem delete;
    private final MenuItem set;
    private final MenuItem remove;

    /** @param selected the selected items, in any number */
    public ItemEditMenu(ItemEditing editing, Supplier<List<Item>> selected) {
        this.editing = editing;
        this.selected = selected;
        create.setOnAction(event -> editing.create());
        edit = item("menu.edit", items -> editing.edit(items.getFirst()));
        duplicate = item("menu.duplicate", items -> editing.duplicate(items.getFirst()));
        delete = item("menu.delete", editing::delete);
        set = item("menu.set", editing::setAttribute);
        remove = item("menu.remove", editing::removeAttribute);
        refresh();
    }

    private MenuItem item(String key, Consumer<List<Item>> action) {
        MenuItem item = new MenuItem(TEXT.get(key, 1));
        item.setOnAction(event -> {
            List<Item> items = selected.get();
            if (!items.isEmpty()) {
                action.accept(items);
            }
        });
        return item;
    }

    /**
     * Adds the commands to a table: to its context menu, Enter to edit the item, F2 and a double click to edit the value in the cell, Delete to delete,
     * and marks the rows of items that have a staged edit. The pseudo-classes are {@code staged} and {@code staged-delete}.
     *
     * @param table a table whose columns have the names of the attributes as IDs
     */
    public static void install(ItemEditing editing, TableView<Item> table) {
        ItemEditMenu commands = new ItemEditMenu(editing, () -> List.copyOf(table.getSelectionModel().getSelectedItems()));
        ContextMenu menu = table.getContextMenu() == null ? new ContextMenu() : table.getContextMenu();
        menu.getItems().addFirst(new SeparatorMenuItem());
        menu.getItems().addAll(0, commands.items());
        menu.setOnShowing(event -> commands.refresh());
        table.setContextMenu(menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> commands.pressed(event, table));
        table.setRowFactory(view -> commands.row(table));
        editing.onRows(table::refresh);
    }

    private void pressed(KeyEvent event, TableView<Item> table) {
        refresh();
        if (event.getCode() == KeyCode.F2 && !edit.isDisable()) {
            editValue(table, selected.get().getFirst());
            event.consume();
            return;
        }
        @Nullable MenuItem command = switch (event.getCode()) {
            case ENTER -> edit;
            case DELETE -> delete;
            default -> null;
        };
        if (command != null && !command.isDisable()) {
            command.fire();
            event.consume();
        }
    }

    /** Edits the value in the cell that has the focus; the whole item where none has it. */
    private void editValue(TableView<Item> table, Item item) {
        @Nullable TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
        @Nullable TableColumnBase<?, ?> column = cell == null ? null : cell.getTableColumn();
        if (column == null || column.getId() == null) {
            editing.edit(item);
        } else {
            editing.editValue(item, column.getId(), edit -> CellField.show(table, column, item, edit));
        }
    }

    private TableRow<Item> row(TableView<Item> table) {
        TableRow<Item> row = new TableRow<>() {
            @Override
            protected void updateItem(@Nullable Item item, boolean empty) {
                super.updateItem(item, empty);
                @Nullable StagedEdit staged = item == null || empty ? null : editing.staged(item);
                pseudoClassStateChanged(STAGED, staged != null);
                pseudoClassStateChanged(DELETED, staged != null && staged.kind() == StagedKind.DELETE);
            }
        };
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row.getItem() != null) {
                editValue(table, row.getItem());
            }
        });
        return row;
    }

    /** The commands, in order; the first makes a new item and needs no selection. */
    public List<MenuItem> items() {
        return List.of(create, edit, duplicate, set, remove, delete);
    }

    /** Enables the commands that fit the number of selected items; call it when the menu opens. */
    public void refresh() {
        int count = selected.get().size();
        edit.setDisable(count != 1);
        duplicate.setDisable(count != 1);
        set.setDisable(count == 0);
        remove.setDisable(count == 0);
        delete.setDisable(count == 0);
        delete.setText(TEXT.get("menu.delete", count));
    }
}
