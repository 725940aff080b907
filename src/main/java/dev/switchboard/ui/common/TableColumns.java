package dev.switchboard.ui.common;

import dev.switchboard.text.BidiText;
import dev.switchboard.text.Messages;
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
 * Builds the columns of a table of records. Sorting compares the records directly, because the comparator of a column takes seconds for
 * 100,000 rows. Widths, visibility, and sort order survive a restart, and rows can be copied as text or JSON.
 *
 * @param <R> the type of a row
 */
public final class TableColumns<R> {
    private static final Messages TEXT = Messages.of(TableColumns.class);
    private final TableView<R> table;
    private final String id;
    private final WindowState state;
    private final Map<String, Function<R, String>> texts = new LinkedHashMap<>();
    private final Map<TableColumn<R, ?>, Comparator<R>> comparators = new LinkedHashMap<>();
    private @Nullable Function<R, String> json;
    private @Nullable BiFunction<String, R, String> hints;

    private TableColumns(TableView<R> table, String id, WindowState state) {
        this.table = table;
        this.id = id;
        this.state = state;
    }

    /**
     * Starts the columns of a table.
     *
     * @param id stable ID under which widths and sort order are stored
     */
    public static <R> TableColumns<R> of(TableView<R> table, String id, WindowState state) {
        table.getStyleClass().add("record-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setTableMenuButtonVisible(true);
        return new TableColumns<>(table, id, state);
    }

    /** A text column, sorted by the text ignoring case. */
    public TableColumns<R> text(String column, String title, double width, Function<R, String> text) {
        return text(column, title, width, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
    }

    /** A text column with another sort order, such as by an instant. */
    public TableColumns<R> text(String column, String title, double width, Function<R, String> text, Comparator<R> order) {
        return add(column, title, width, text, order, "text-column", null);
    }

    /** A column of keys or IDs in the monospaced font. */
    public TableColumns<R> mono(String column, String title, double width, Function<R, String> text) {
        return add(column, title, width, text, Comparator.comparing(text), "mono-column", null);
    }

    /** A right-aligned column of numbers. */
    public TableColumns<R> number(String column, String title, double width, ToDoubleFunction<R> value, Function<R, String> text) {
        return add(column, title, width, text, Comparator.comparingDouble(value), "number-column", null);
    }

    /** A column that shows a node such as a pill; the text is used for copying and sorting. */
    public TableColumns<R> node(String column, String title, double width, Function<R, String> text, Function<R, @Nullable Node> node) {
        return add(column, title, width, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER), "node-column", node);
    }

    /** The same with another sort order, such as by an instant. */
    public TableColumns<R> node(
            String column, String title, double width, Function<R, String> text, Comparator<R> order, Function<R, @Nullable Node> node) {
        return add(column, title, width, text, order, "node-column", node);
    }

    /** The JSON form of a row for copying; by default an object with the texts of the columns. */
    public TableColumns<R> json(Function<R, String> asJson) {
        json = asJson;
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
        TableColumn<R, ?> times = table.getColumns().getLast();
        String title = times.getText();
        times.textProperty().bind(zone.map(now -> TEXT.get("column.zoned", title, Formats.shortZone(now))));
        zone.addListener((observable, old, now) -> table.refresh());
        return this;
    }

    private TableColumns<R> add(
            String column,
            String title,
            double width,
            Function<R, String> text,
            Comparator<R> order,
            String style,
            @Nullable Function<R, @Nullable Node> node) {
        TableColumn<R, R> made = new TableColumn<>(title);
        made.setId(column);
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(ignored -> cell(column, text, node));
        made.getStyleClass().add(style);
        made.setMinWidth(44);
        made.setPrefWidth(state.number(key(column, "width"), width));
        made.setVisible(!"false".equals(state.get(key(column, "visible"))));
        made.widthProperty().addListener((o, old, now) -> state.set(key(column, "width"), String.valueOf(Math.round(now.doubleValue()))));
        made.visibleProperty().addListener((o, old, now) -> state.set(key(column, "visible"), String.valueOf(now)));
        texts.put(title, text);
        comparators.put(made, order);
        table.getColumns().add(made);
        return this;
    }

    private RecordCell<R> cell(String column, Function<R, String> text, @Nullable Function<R, @Nullable Node> node) {
        RecordCell<R> cell = new RecordCell<>(text, node);
        @Nullable BiFunction<String, R, String> hint = hints;
        if (hint != null) {
            // Determined when the mouse comes, because most cells are only scrolled past.
            cell.setOnMouseEntered(event -> {
                @Nullable R row = cell.getItem();
                String words = row == null ? "" : hint.apply(column, row);
                cell.setTooltip(words.isEmpty() ? null : new Tooltip(words));
            });
        }
        return cell;
    }

    private String key(String column, String what) {
        return "table." + id + "." + column + "." + what;
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
        OrderedRows<R> ordered = new OrderedRows<>(rows);
        SortedList<R> sorted = new SortedList<>(ordered);
        table.setItems(sorted);
        table.setSortPolicy(asked -> {
            boolean many = rows.size() > OrderedRows.MANY;
            sorted.setComparator(many ? null : comparator());
            ordered.arrange(many ? comparator() : null);
            state.set("table." + id + ".sort", sortText());
            return true;
        });
        restoreSort(kept);
        TableRowCopier.install(table, texts, json);
        return sorted;
    }

    private @Nullable Comparator<R> comparator() {
        Comparator<R> whole = null;
        for (TableColumn<R, ?> column : table.getSortOrder()) {
            Comparator<R> one = comparators.get(column);
            if (one != null) {
                Comparator<R> directed = column.getSortType() == TableColumn.SortType.ASCENDING ? one : one.reversed();
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
        private final Function<R, String> text;
        private final @Nullable Function<R, @Nullable Node> node;

        RecordCell(Function<R, String> text, @Nullable Function<R, @Nullable Node> node) {
            this.text = text;
            this.node = node;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
            } else if (node == null) {
                setText(BidiText.visible(text.apply(row)));
            } else {
                setGraphic(node.apply(row));
            }
        }
    }
}
