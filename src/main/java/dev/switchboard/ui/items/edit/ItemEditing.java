package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.BulkChange;
import dev.switchboard.dynamodb.edit.EditedItemReader;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.edit.ItemSource;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.value.ItemRules;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.edit.ItemEditor;
import dev.switchboard.explorer.edit.StagedEdit;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Editing of the items of one place of the window, such as a tab: opens the item editor, keeps the staged edits of each table, and shows them in a
 * panel. Everything is staged until it is committed, except bulk edits, which run at once. JavaFX thread only.
 */
public final class ItemEditing {
    private static final Messages TEXT = Messages.of(ItemEditing.class);
    /** More edits than this are not staged one by one: nobody reviews them. */
    private static final int MOST_STAGED = 500;

    private final UiContext context;
    private final BulkEdits bulk;
    private final Map<String, StagedTable> tables = new HashMap<>();
    private final Set<String> offered = new HashSet<>();
    private final StackPane panel = new StackPane();
    private final ReadOnlyIntegerWrapper staged = new ReadOnlyIntegerWrapper();
    private Runnable changed = () -> {};
    private Runnable rows = () -> {};
    private String table = "";

    public ItemEditing(UiContext context) {
        this.context = context;
        bulk = new BulkEdits(context, this::tell);
        panel.setVisible(false);
        panel.setManaged(false);
    }

    /** The panel of staged edits; hidden while nothing is staged. */
    public Node panel() {
        return panel;
    }

    /** The number of staged edits of the table. */
    public ReadOnlyIntegerProperty stagedProperty() {
        return staged.getReadOnlyProperty();
    }

    /** Sets what is told when staged edits change, or when items were written: rows that are shown need another look. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** Sets what draws the rows of the table again; the table that was shown before is no longer told. */
    void onRows(Runnable listener) {
        rows = listener;
    }

    /** Edits the items of this table from now on. The staged edits of other tables are kept. */
    public void use(String name) {
        table = name;
        refresh();
        if (!name.isEmpty() && offered.add(name)) {
            StagedEditsKeeper.offer(context, name, edits -> load(List.of(), (now, none) -> now.changes().stage(edits)));
        }
    }

    /** The staged edits of all tables in words, such as {@code 2 staged edits}; empty if there are none. */
    public String unsaved() {
        int count = tables.values().stream().mapToInt(one -> one.changes().rows().size()).sum();
        return count == 0 ? "" : TEXT.get("editing.unsaved", count);
    }

    /** Discards the staged edits of all tables, also those that are kept for the next start, such as because the place is closed. */
    public void discardAll() {
        List.copyOf(tables.values()).forEach(one -> one.changes().clear());
    }

    /** The edit that is staged for an item of the table; null if none is. */
    public @Nullable StagedEdit staged(Item item) {
        StagedTable now = tables.get(table);
        return now == null ? null : now.changes().staged(item);
    }

    /** The staged edits of the table, of which there must be some. */
    StagedChangesViewModel changes() {
        return Objects.requireNonNull(tables.get(table)).changes();
    }

    private ItemEditor editor() {
        return context.session().explorer().editor();
    }

    /** What was read off the JavaFX thread: the table, and whole items by key. */
    private record LoadedItems(TableDetails details, Map<Item, Item> items) {}

    /** Reads the table and the whole items, and goes on with them if the table is still shown. */
    private void load(List<Item> items, BiConsumer<StagedTable, Map<Item, Item>> next) {
        String name = table;
        context.jobs().start(
                TEXT.get("editing.load", items.size(), name),
                progress -> new LoadedItems(editor().table(name), items.isEmpty() ? Map.of() : editor().read(name, items)),
                loaded -> {
                    if (name.equals(table)) {
                        next.accept(tables.computeIfAbsent(name, none -> begin(loaded.details())), loaded.items());
                    }
                },
                context.dialogs()::error);
    }

    private StagedTable begin(TableDetails details) {
        StagedChangesViewModel changes =
                new StagedChangesViewModel(context, details.name(), EditedItemReader.keys(details));
        StagedChangesController controller =
                new StagedChangesController(context, changes, row -> editAgain(details.name(), row));
        Parent view = ViewLoader.fragment(StagedChangesController.class, controller);
        StagedEditsKeeper keeper = new StagedEditsKeeper(context, details.name());
        changes.onChange(() -> {
            keeper.save(changes.itemEdits());
            refresh();
        });
        return new StagedTable(details, changes, view);
    }

    private void refresh() {
        @Nullable StagedTable now = tables.get(table);
        int count = now == null ? 0 : now.changes().rows().size();
        staged.set(count);
        panel.getChildren().setAll(now == null ? List.of() : List.of(now.view()));
        panel.setVisible(count > 0);
        panel.setManaged(count > 0);
        tell();
    }

    private void tell() {
        rows.run();
        changed.run();
    }

    /** Opens the editor for a new item with the key attributes of the table. */
    public void create() {
        load(List.of(), (now, none) -> {
            Map<String, TypedValue> keys = new LinkedHashMap<>();
            now.details().keys().forEach(key -> keys.put(key.name(), EmptyValues.of(key.type())));
            open(now, null, TypedItems.item(new TypedValue.Members(keys)));
        });
    }

    /** Opens the editor for an item, which is read again as a whole; with its staged edit if it has one. */
    public void edit(Item item) {
        whole(item, (now, read) -> {
            @Nullable StagedEdit edit = now.changes().staged(read);
            @Nullable Item after = edit == null ? read : edit.edit().item();
            open(now, edit == null ? read : edit.edit().expected(), after == null ? read : after);
        });
    }

    private void editAgain(String name, StagedRow row) {
        @Nullable StagedTable now = tables.get(name);
        @Nullable Item item = row.staged().edit().item();
        if (now != null && item != null) {
            open(now, row.staged().edit().expected(), item);
        }
    }

    /** Opens the editor for a new item with the attributes of another. */
    public void duplicate(Item item) {
        whole(item, (now, read) -> show(now, () -> ItemEditorViewModel.duplicate(now.details(), read), true));
    }

    private void whole(Item item, BiConsumer<StagedTable, Item> next) {
        load(List.of(item), (now, items) -> {
            @Nullable Item read = items.get(now.keys().of(item));
            @Nullable StagedEdit created = now.changes().staged(item);
            if (read == null && created != null && created.edit().item() != null) {
                next.accept(now, created.edit().item());
            } else if (read == null) {
                context.dialogs().info(TEXT.get("editing.gone.title"), TEXT.get("editing.gone.text", KeyText.of(now.keys().of(item))));
            } else {
                next.accept(now, read);
            }
        });
    }

    private void open(StagedTable now, @Nullable Item expected, Item start) {
        show(now, () -> new ItemEditorViewModel(now.details(), expected, start), expected == null);
    }

    private void show(StagedTable now, Supplier<ItemEditorViewModel> model, boolean creates) {
        new ItemEditorDialog(context).open(now.details().name(), model, creates, edit -> now.changes().stage(edit));
    }

    /** Stages the deletion of items; more than can be reviewed are deleted at once, after a question. */
    public void delete(List<Item> items) {
        if (items.size() > MOST_STAGED) {
            bulkDelete(ItemSource.of(items), TEXT.get("editing.selected"), items.size());
            return;
        }
        load(items, (now, read) -> now.changes().stage(now.seen(items, read).stream()
                .filter(item -> now.changes().current(item) != null)
                .map(ItemEdit::delete)
                .toList()));
    }

    /**
     * Stages another content of one attribute, which keeps its type: the edit in a cell.
     *
     * @param text the new content of a string, number or Boolean; other types are edited in the editor, which opens
     */
    public void editCell(Item item, String attribute, String text) {
        whole(item, (now, read) -> {
            @Nullable Item current = now.changes().current(read);
            @Nullable TypedValue value = current == null ? null : TypedItems.value(current, attribute);
            @Nullable TypedValue typed = EmptyValues.retyped(value, text);
            if (current == null || typed == null) {
                edit(item);
                return;
            }
            stageChecked(now, SeenItem.of(item, read), new BulkChange.SetAttribute(attribute, typed).edit(current).item());
        });
    }

    /** Edits the value of one attribute, of any type, and stages it; a key attribute is edited with the whole item. */
    public void editValue(Item item, String attribute) {
        editValue(item, attribute, edit -> false);
    }

    /**
     * Edits the value of one attribute in its place where it is short, and in a dialog otherwise.
     *
     * @param inPlace shows a field in the place; returns false if that is not possible
     */
    void editValue(Item item, String attribute, Predicate<CellEdit> inPlace) {
        whole(item, (now, read) -> {
            @Nullable Item current = now.changes().current(read);
            if (current == null || now.keys().names().contains(attribute)) {
                edit(item);
                return;
            }
            TypedValue value = Objects.requireNonNullElse(TypedItems.value(current, attribute), new TypedValue.Text(""));
            if (value.type().isNested() || value.type().isSet()) {
                // What is inside needs the tree of the editor.
                edit(item);
                return;
            }
            @Nullable String text = CellEdit.text(value);
            if (text != null
                    && inPlace.test(new CellEdit(text, typed -> now.stageText(SeenItem.of(item, read), current, attribute, typed)))) {
                return;
            }
            BulkFormViewModel form = BulkFormViewModel.of(now.details(), attribute, value);
            String title = TEXT.get("editing.value", KeyText.of(now.keys().of(read)));
            if (context.dialogs().form(title, new BulkForm(context, form), TEXT.get("editor.stage"), form.errorProperty().isNotEmpty())) {
                stageChecked(now, SeenItem.of(item, read), form.change().edit(current).item());
            }
        });
    }

    private void stageChecked(StagedTable now, Item read, @Nullable Item item) {
        List<String> problems = item == null ? List.of() : ItemRules.of(now.details()).problems(TypedItems.values(item));
        if (problems.isEmpty()) {
            now.changes().stage(new ItemEdit(read, item));
        } else {
            context.dialogs().error(new Explanation(String.join(" ", problems), TEXT.get("editing.invalid.remedy"), "", true));
        }
    }

    /** Asks for an attribute and its value, and stages them for all of these items; sets it at once in more than can be reviewed. */
    public void setAttribute(List<Item> items) {
        if (items.size() > MOST_STAGED) {
            bulkSet(ItemSource.of(items), TEXT.get("editing.selected"), items.size());
            return;
        }
        load(items, (now, read) -> bulk.askForValue(now.details(), items.size())
                .ifPresent(change -> now.stageEach(now.seen(items, read), change)));
    }

    /** Asks for an attribute, and stages its removal from all of these items; removes it at once from more than can be reviewed. */
    public void removeAttribute(List<Item> items) {
        if (items.size() > MOST_STAGED) {
            bulkRemove(ItemSource.of(items), TEXT.get("editing.selected"), items.size());
            return;
        }
        load(items, (now, read) -> bulk.askForAttribute(now.details(), items.size())
                .ifPresent(change -> now.stageEach(now.seen(items, read), change)));
    }

    /** Stages the removal of an attribute from all of these items. */
    public void removeAttribute(List<Item> items, String attribute) {
        load(items, (now, read) -> {
            if (now.keys().names().contains(attribute)) {
                context.dialogs().info(TEXT.get("editing.key.title"), TEXT.get("editing.key.text", attribute));
            } else {
                now.stageEach(now.seen(items, read), new BulkChange.RemoveAttribute(attribute));
            }
        });
    }

    /**
     * Deletes all items of a source at once, such as of a query's result, after a question.
     *
     * @param what what the items are, such as {@code all items that match the query}
     * @param about about how many; negative if unknown
     */
    public void bulkDelete(ItemSource source, String what, long about) {
        load(List.of(), (now, none) -> bulk.delete(now.details(), source, what, about));
    }

    /** Asks for an attribute and its value, and sets it in all items of a source at once. Parameters as in {@link #bulkDelete}. */
    public void bulkSet(ItemSource source, String what, long about) {
        load(List.of(), (now, none) -> bulk.set(now.details(), source, what, about));
    }

    /** Asks for an attribute, and removes it from all items of a source at once. Parameters as in {@link #bulkDelete}. */
    public void bulkRemove(ItemSource source, String what, long about) {
        load(List.of(), (now, none) -> bulk.remove(now.details(), source, what, about));
    }
}
