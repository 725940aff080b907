package dev.switchboard.ui.common;

import dev.switchboard.text.BidiText;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.grid.ColumnLayout;
import dev.switchboard.ui.common.grid.GridColumn;
import dev.switchboard.ui.common.grid.GridColumn.Kind;
import dev.switchboard.ui.common.grid.GridMenu;
import dev.switchboard.ui.common.grid.GridSettings;
import dev.switchboard.ui.common.grid.RowFormats;
import dev.switchboard.ui.common.grid.RowSelection;
import dev.switchboard.ui.common.sorting.OrderedRows;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Builds a table of records with everything that all tables have. Sorting compares the records directly, because the comparator of a column takes
 * seconds for 100,000 rows. Widths, order, and visibility of the columns and the sort order survive a restart. Rows can be copied, shown in full, and
 * found by typing.
 *
 * @param <R> the type of a row
 */
public final class TableColumns<R> {
    private static final Messages TEXT = Messages.of(TableColumns.class);
    private final TableView<R> table;
    private final String id;
    private final GridSettings state;
    private final ColumnLayout<R> layout;
    private @Nullable Function<R, String> json;
    private @Nullable Function<R, Map<String, @Nullable String>> fields;
    private @Nullable BiFunction<String, R, String> hints;
    private @Nullable Function<R, ?> identity;
    private String missing = "";
    private boolean enter;
    private boolean withHeadings;
    private @Nullable TableColumn<R, R> last;

    private TableColumns(TableView<R> table, String id, GridSettings state) {
        this.table = table;
        this.id = id;
        this.state = state;
        layout = new ColumnLayout<>(table, id, state);
    }

    /**
     * Starts the columns of a table.
     *
     * @param id stable ID under which widths and sort order are stored
     */
    public static <R> TableColumns<R> of(TableView<R> table, String id, GridSettings state) {
        table.getStyleClass().add("record-table");
        table.setTableMenuButtonVisible(true);
        return new TableColumns<>(table, id, state);
    }

    /** A text column, sorted by the text ignoring case. */
    public TableColumns<R> text(String column, String title, double width, Function<R, String> text) {
        return add(GridColumn.text(column, title, width, text));
    }

    /** A text column with another sort order, such as by an instant. */
    public TableColumns<R> text(String column, String title, double width, Function<R, String> text, Comparator<R> order) {
        return add(GridColumn.of(column, title, Kind.TEXT, width, GridColumn.nullable(text), order));
    }

    /** A column of keys or IDs in the monospaced font. */
    public TableColumns<R> mono(String column, String title, double width, Function<R, String> text) {
        return add(GridColumn.of(column, title, Kind.MONO, width, GridColumn.nullable(text), Comparator.comparing(text)));
    }

    /** A right-aligned column of numbers. */
    public TableColumns<R> number(String column, String title, double width, ToDoubleFunction<R> value, Function<R, String> text) {
        return add(GridColumn.number(column, title, width, value, text));
    }

    /** A column that shows a node such as a pill; the text is used for copying and sorting. */
    public TableColumns<R> node(String column, String title, double width, Function<R, String> text, Function<R, @Nullable Node> node) {
        return add(GridColumn.text(column, title, width, text).withNode(node));
    }

    /** The same with another sort order, such as by an instant. */
    public TableColumns<R> node(
            String column, String title, double width, Function<R, String> text, Comparator<R> order, Function<R, @Nullable Node> node) {
        return add(GridColumn.of(column, title, Kind.NODE, width, GridColumn.nullable(text), order).withNode(node));
    }

    /** The JSON form of a row for copying; by default an object with the texts of the columns. */
    public TableColumns<R> json(Function<R, String> asJson) {
        json = asJson;
        return this;
    }

    /** All values of a row by their names, for the window that shows a row in full; by default those of the columns. */
    public TableColumns<R> fields(Function<R, Map<String, @Nullable String>> all) {
        fields = all;
        return this;
    }

    /** What two versions of a row have in common, so that a refresh leaves it selected. */
    public TableColumns<R> identity(Function<R, ?> same) {
        identity = same;
        return this;
    }

    /** Enter shows the row in full, because it does nothing else in this table. */
    public TableColumns<R> enterShowsRow() {
        enter = true;
        return this;
    }

    /** Ctrl+C copies headings too, because a value says little without the name of its column. */
    public TableColumns<R> copiesHeadings() {
        withHeadings = true;
        return this;
    }

    /** The table scrolls horizontally instead of fitting its columns, because it can have dozens. */
    public TableColumns<R> scrolls() {
        layout.scroll();
        return this;
    }

    /** What a cell shows for a missing value. */
    public TableColumns<R> missing(String text) {
        missing = text;
        return this;
    }

    /**
     * Explains cells in tooltips. Called before the columns are added.
     *
     * @param hint returns the text for the ID of a column and a row; empty for no tooltip
     */
    public TableColumns<R> hints(BiFunction<String, R, String> hint) {
        hints = hint;
        return this;
    }

    /** Names the zone of the times in the heading of the column added last, and shows them anew in another zone. */
    public TableColumns<R> zoned(ObservableValue<ZoneId> zone) {
        times();
        TableColumn<R, R> times = last;
        if (times != null) {
            String title = times.getText();
            times.textProperty().bind(zone.map(now -> TEXT.get("column.zoned", title, Formats.shortZone(now))));
            zone.addListener((observable, old, now) -> table.refresh());
        }
        return this;
    }

    /** The column added last shows times or durations, which are never cut. */
    public TableColumns<R> times() {
        @Nullable GridColumn<R> column = layout.column(last);
        TableColumn<R, R> view = last;
        if (view != null && column != null && column.kind() != Kind.NODE) {
            layout.amend(view, column.as(Kind.TIME));
        }
        return this;
    }

    /** Adds a column. */
    public TableColumns<R> add(GridColumn<R> column) {
        TableColumn<R, R> made = new TableColumn<>(column.title());
        made.setId(column.id());
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(ignored -> cell(column));
        made.getStyleClass().add(column.kind().style());
        made.setMinWidth(44);
        layout.add(column, made);
        last = made;
        return this;
    }

    private RecordCell<R> cell(GridColumn<R> column) {
        RecordCell<R> cell = new RecordCell<>(column, missing);
        @Nullable BiFunction<String, R, String> hint = hints;
        if (hint != null) {
            // Determined when the mouse comes, because most cells are only scrolled past.
            cell.setOnMouseEntered(event -> {
                @Nullable R row = cell.getItem();
                String words = row == null ? "" : hint.apply(column.id(), row);
                cell.setTooltip(words.isEmpty() ? null : new Tooltip(words));
            });
        }
        return cell;
    }

    /**
     * Shows the rows in the given order until a header is clicked. More than {@value OrderedRows#MANY} are sorted on another thread, and keep
     * their order until then.
     *
     * @return the sorted list, which is the items of the table
     */
    public SortedList<R> show(ObservableList<R> rows) {
        // Read first: setting the sort policy sorts at once and stores the current order.
        @Nullable String kept = state.get("table." + id + ".sort");
        if (identity != null) {
            RowSelection.keep(table, rows, identity);
        }
        OrderedRows<R> ordered = new OrderedRows<>(rows);
        SortedList<R> sorted = new SortedList<>(ordered);
        table.setItems(sorted);
        sorted.addListener((InvalidationListener) changed -> layout.measureSoon());
        table.setSortPolicy(asked -> {
            boolean many = rows.size() > OrderedRows.MANY;
            sorted.setComparator(many ? null : comparator());
            ordered.arrange(many ? comparator() : null);
            state.set("table." + id + ".sort", sortText());
            return true;
        });
        restoreSort(kept);
        Function<R, String> asJson = json == null ? row -> RowFormats.object(row, layout.all()) : json;
        TableRowWindow<R> inspector = new TableRowWindow<>(table, fields == null ? this::values : fields, asJson);
        GridMenu.install(table, layout, asJson, Clipboards::copy, inspector::show, enter, withHeadings);
        return sorted;
    }

    private Map<String, @Nullable String> values(R row) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        table.getColumns().forEach(view -> {
            @Nullable GridColumn<R> column = layout.column(view);
            if (column != null) {
                values.put(view.getText(), column.whole().apply(row));
            }
        });
        return values;
    }

    private @Nullable Comparator<R> comparator() {
        Comparator<R> whole = null;
        for (TableColumn<R, ?> view : table.getSortOrder()) {
            @Nullable GridColumn<R> column = layout.column(view);
            if (column != null) {
                Comparator<R> directed = column.order().apply(view.getSortType() == TableColumn.SortType.ASCENDING);
                whole = whole == null ? directed : whole.thenComparing(directed);
            }
        }
        return whole;
    }

    private @Nullable String sortText() {
        List<String> parts = new ArrayList<>();
        table.getSortOrder().forEach(column -> parts.add(column.getId() + ":" + column.getSortType()));
        return parts.isEmpty() ? null : String.join(",", parts);
    }

    private void restoreSort(@Nullable String kept) {
        if (kept == null) {
            return;
        }
        for (String part : kept.split(",", -1)) {
            String[] nameAndWay = part.split(":", 2);
            for (TableColumn<R, ?> column : table.getColumns()) {
                if (column.getId().equals(nameAndWay[0])) {
                    boolean down = nameAndWay.length > 1 && nameAndWay[1].equals("DESCENDING");
                    column.setSortType(down ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                    table.getSortOrder().add(column);
                }
            }
        }
    }

    private static final class RecordCell<R> extends TableCell<R, R> {
        private final GridColumn<R> column;
        private final String missing;

        RecordCell(GridColumn<R> column, String missing) {
            this.column = column;
            this.missing = missing;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("text-muted");
            @Nullable Function<R, @Nullable Node> node = column.node();
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
            } else if (node == null) {
                @Nullable String text = column.text().apply(row);
                if (text == null) {
                    getStyleClass().add("text-muted");
                }
                setText(text == null ? missing : BidiText.visible(text));
            } else {
                setGraphic(node.apply(row));
            }
        }
    }
}
