package dev.switchboard.ui.common.grid;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.keys.Shortcut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The context menu and the keys of a table: the row in full, copies of a cell and of the selected rows, and jumping to a row by typing.
 *
 * @param <R> the type of a row
 */
public final class GridMenu<R> {
    private static final Messages TEXT = Messages.of(GridMenu.class);
    private final TableView<R> table;
    private final ColumnLayout<R> columns;
    private final Function<R, String> json;
    private final Consumer<String> clipboard;
    private final Runnable inspect;
    private final TypeToJump<R> jump = new TypeToJump<>(System::nanoTime);
    private final boolean cells;
    private final MenuItem rows;
    private final MenuItem headings;
    private @Nullable TableColumnBase<?, ?> pointedAt;

    private GridMenu(
            TableView<R> table, ColumnLayout<R> columns, Function<R, String> json, Consumer<String> clipboard, Runnable inspect) {
        this.table = table;
        this.columns = columns;
        this.json = json;
        this.clipboard = clipboard;
        this.inspect = inspect;
        cells = table.getSelectionModel().isCellSelectionEnabled();
        rows = copy(cells ? "copy-cells" : "copy-rows", this::text);
        headings = copy("copy-headings", () -> RowFormats.withHeadings(selected(), columns.shown()));
    }

    /**
     * Adds the menu items and the keys to a table.
     *
     * @param json a row as JSON
     * @param clipboard takes what is copied
     * @param inspect shows the selected row in full
     * @param enter whether Enter does so too, because it does nothing else in this table
     * @param withHeadings whether Ctrl+C copies headings too, because rows of the table differ in what they contain
     */
    public static <R> void install(TableView<R> table, ColumnLayout<R> columns, Function<R, String> json, Consumer<String> clipboard,
            Runnable inspect, boolean enter, boolean withHeadings) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        GridMenu<R> menu = new GridMenu<>(table, columns, json, clipboard, inspect);
        menu.addItems(withHeadings);
        // A filter, because the table itself selects at the space bar.
        table.addEventFilter(KeyEvent.KEY_PRESSED, menu::space);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> menu.pressed(event, enter, withHeadings));
        table.addEventHandler(KeyEvent.KEY_TYPED, menu::typed);
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menu::requested);
    }

    private void addItems(boolean withHeadings) {
        MenuItem show = new MenuItem(TEXT.get("menu.show-row"));
        show.setId("show-row");
        show.setOnAction(event -> inspect.run());
        (withHeadings ? headings : rows).setAccelerator(Shortcut.COPY.keys());
        (withHeadings ? rows : headings).setAccelerator(Shortcut.COPY_WITH_HEADINGS.keys());
        List<MenuItem> items = new ArrayList<>(List.of(show, new SeparatorMenuItem()));
        if (!cells) {
            items.add(copy("copy-cell", this::cell));
        }
        items.addAll(withHeadings ? List.of(headings, rows) : List.of(rows, headings));
        items.add(copy("copy-csv", () -> RowFormats.csv(selected(), columns.shown())));
        items.add(copy("copy-json", () -> selected().stream().map(json).collect(Collectors.joining("\n"))));
        items.add(copy("copy-markdown", () -> RowFormats.markdown(selected(), columns.shown())));
        ContextMenu menu = table.getContextMenu() == null ? new ContextMenu() : table.getContextMenu();
        menu.getItems().addAll(items);
        table.setContextMenu(menu);
    }

    private MenuItem copy(String id, Supplier<String> content) {
        MenuItem item = new MenuItem(TEXT.get("menu." + id));
        item.setId(id);
        item.setOnAction(event -> clipboard.accept(content.get()));
        return item;
    }

    /** Returns the selected rows, or those of the selected cells, each once. */
    private List<R> selected() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .distinct()
                .sorted()
                .filter(index -> index >= 0 && index < table.getItems().size())
                .map(table.getItems()::get)
                .toList();
    }

    /** The selected cells, or the selected rows without headings. */
    private String text() {
        if (!cells) {
            return RowFormats.text(selected(), columns.shown());
        }
        Map<Integer, List<String>> lines = new TreeMap<>();
        table.getSelectionModel().getSelectedCells().stream()
                .filter(cell -> cell.getTableColumn() != null)
                .sorted(Comparator.comparingInt(cell -> cell.getColumn()))
                .forEach(cell -> lines.computeIfAbsent(cell.getRow(), row -> new ArrayList<>())
                        .add(value(columns.column(cell.getTableColumn()), table.getItems().get(cell.getRow()))));
        return lines.values().stream().map(line -> String.join("\t", line)).collect(Collectors.joining("\n"));
    }

    private String value(@Nullable GridColumn<R> column, R row) {
        @Nullable String value = column == null ? null : column.whole().apply(row);
        return Objects.requireNonNullElse(value, "");
    }

    /** The cell under the pointer when the menu was opened, or that with the focus; otherwise the first one of the row. */
    private String cell() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index < 0 || index >= table.getItems().size()) {
            return "";
        }
        @Nullable GridColumn<R> column = columns.column(pointedAt);
        if (column == null) {
            @Nullable TablePosition<?, ?> focused = table.getFocusModel().getFocusedCell();
            column = focused == null ? null : columns.column(focused.getTableColumn());
        }
        List<GridColumn<R>> shown = columns.shown();
        return value(column == null && !shown.isEmpty() ? shown.getFirst() : column, table.getItems().get(index));
    }

    private void requested(ContextMenuEvent event) {
        pointedAt = null;
        Node node = event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode();
        for (Node each = event.isKeyboardTrigger() ? null : node; each != null && !each.equals(table); each = each.getParent()) {
            if (each instanceof TableCell<?, ?> cell) {
                pointedAt = cell.getTableColumn();
            }
        }
    }

    private void space(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.SPACE && plain && table.equals(event.getTarget()) && !jump.isTyping()) {
            int focused = table.getFocusModel().getFocusedIndex();
            if (table.getSelectionModel().isEmpty() && focused >= 0) {
                table.getSelectionModel().select(focused);
            }
            inspect.run();
            event.consume();
        }
    }

    private void pressed(KeyEvent event, boolean enter, boolean withHeadings) {
        if (Shortcut.COPY.matches(event) || Shortcut.COPY_WITH_HEADINGS.matches(event)) {
            boolean plain = Shortcut.COPY.matches(event) != withHeadings;
            clipboard.accept(plain ? text() : RowFormats.withHeadings(selected(), columns.shown()));
            event.consume();
        } else if (enter && event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            inspect.run();
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        boolean sign = character.length() == 1
                && (Character.isLetterOrDigit(character.charAt(0)) || (jump.isTyping() && character.charAt(0) >= ' '));
        if (!table.equals(event.getTarget()) || !sign || event.isShortcutDown() || event.isAltDown() || event.isControlDown()) {
            return;
        }
        @Nullable GridColumn<R> first = firstText();
        if (first == null) {
            return;
        }
        int found = jump.type(character, table.getItems(), first.text(), table.getSelectionModel().getSelectedIndex());
        if (found >= 0) {
            if (cells) {
                table.getSelectionModel().clearAndSelect(found, table.getVisibleLeafColumns().getFirst());
            } else {
                table.getSelectionModel().clearAndSelect(found);
            }
            table.scrollTo(Math.max(0, found - 3));
        }
        event.consume();
    }

    private @Nullable GridColumn<R> firstText() {
        List<GridColumn<R>> shown = columns.shown();
        return shown.stream()
                .filter(column -> column.kind() == GridColumn.Kind.TEXT || column.kind() == GridColumn.Kind.MONO)
                .findFirst()
                .orElse(shown.isEmpty() ? null : shown.getFirst());
    }
}
