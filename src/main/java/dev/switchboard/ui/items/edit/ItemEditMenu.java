package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The commands that edit the selected items, for a context menu or a menu button. */
public final class ItemEditMenu {
    private static final Messages TEXT = Messages.of(ItemEditMenu.class);
    private final ItemEditing editing;
    private final Supplier<List<Item>> selected;
    private final MenuItem edit;
    private final MenuItem duplicate;
    private final MenuItem delete;
    private final MenuItem set;
    private final MenuItem remove;

    /** @param selected the selected items, in any number */
    public ItemEditMenu(ItemEditing editing, Supplier<List<Item>> selected) {
        this.editing = editing;
        this.selected = selected;
        edit = item("menu.edit", items -> editing.edit(items.getFirst()));
        edit.setAccelerator(new KeyCodeCombination(KeyCode.ENTER));
        duplicate = item("menu.duplicate", items -> editing.duplicate(items.getFirst()));
        duplicate.setAccelerator(new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN));
        delete = item("menu.delete", editing::delete);
        delete.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
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

    /** The commands, in order; the first makes a new item and needs no selection. */
    public List<MenuItem> items() {
        MenuItem create = new MenuItem(TEXT.get("menu.new"));
        create.setOnAction(event -> editing.create());
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
