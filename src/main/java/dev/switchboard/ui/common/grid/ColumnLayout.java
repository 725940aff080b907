package dev.switchboard.ui.common.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The widths, the order, and the visibility of the columns of a table. Widths fit the heading and the first rows until the operator changes one, which
 * is stored. The table scrolls where the minimum widths do not fit.
 *
 * @param <R> the type of a row
 */
public final class ColumnLayout<R> {
    private final TableView<R> table;
    private final String id;
    private final GridSettings settings;
    private final Map<TableColumn<R, ?>, Held<R>> columns = new LinkedHashMap<>();
    private boolean adding;
    private boolean queued;
    private boolean scrolls;

    /** A column with its widths. */
    private static final class Held<R> {
        private final TableColumn<R, ?> view;
        private GridColumn<R> column;
        private double wanted;
        private double least;
        private boolean measured;
        private boolean byHand;

        Held(TableColumn<R, ?> view, GridColumn<R> column) {
            this.view = view;
            this.column = column;
        }

        void fit(ColumnMeasure.Widths widths) {
            least = widths.least();
            if (!byHand) {
                wanted = widths.wanted();
            }
        }
    }

    /** @param id stable ID under which the layout is stored */
    public ColumnLayout(TableView<R> table, String id, GridSettings settings) {
        this.table = table;
        this.id = id;
        this.settings = settings;
        table.setColumnResizePolicy(features -> resize(features.getColumn(), features.getDelta()));
        table.getColumns().addListener((ListChangeListener<TableColumn<R, ?>>) change -> reordered());
    }

    /** Keeps each column as wide as its content; the table scrolls. For tables with dozens of columns. */
    public void scroll() {
        scrolls = true;
    }

    /** Adds a column where the operator had it last. */
    public void add(GridColumn<R> column, TableColumn<R, ?> view) {
        Held<R> held = new Held<>(view, column);
        @Nullable Double stored = number(settings.get(key(column, "size")));
        held.byHand = stored != null;
        held.wanted = stored == null ? column.width() : stored;
        held.fit(new ColumnMeasure(table).heading(column, view.getText()));
        columns.put(view, held);
        view.setPrefWidth(held.wanted);
        view.setVisible(!"false".equals(settings.get(key(column, "visible"))));
        view.visibleProperty().addListener((o, old, now) -> {
            settings.set(key(column, "visible"), now ? null : "false");
            refit();
        });
        view.textProperty().addListener((o, old, now) -> {
            held.measured = false;
            measureSoon();
        });
        adding = true;
        table.getColumns().add(place(column), view);
        adding = false;
        measureSoon();
    }

    /** Replaces the column that was added last, which is now known in more detail. */
    public void amend(TableColumn<R, ?> view, GridColumn<R> column) {
        @Nullable Held<R> held = columns.get(view);
        if (held != null) {
            held.column = column;
            held.fit(new ColumnMeasure(table).heading(column, view.getText()));
            held.measured = false;
            measureSoon();
        }
    }

    private int place(GridColumn<R> column) {
        @Nullable String stored = settings.get("table." + id + ".order");
        List<String> order = stored == null ? List.of() : Arrays.asList(stored.split("\t", -1));
        int own = order.indexOf(column.id());
        for (int i = 0; own >= 0 && i < table.getColumns().size(); i++) {
            if (order.indexOf(table.getColumns().get(i).getId()) > own) {
                return i;
            }
        }
        return table.getColumns().size();
    }

    private void reordered() {
        if (adding || table.getColumns().size() != columns.size()) {
            return;
        }
        List<String> now = table.getColumns().stream().map(TableColumn::getId).toList();
        List<String> original = columns.values().stream().map(held -> held.column.id()).toList();
        settings.set("table." + id + ".order", now.equals(original) ? null : String.join("\t", now));
        refit();
    }

    /** The columns that are shown, from left to right. */
    public List<GridColumn<R>> shown() {
        List<GridColumn<R>> shown = new ArrayList<>();
        for (TableColumn<R, ?> view : table.getVisibleLeafColumns()) {
            @Nullable Held<R> held = columns.get(view);
            if (held != null) {
                shown.add(held.column);
            }
        }
        return shown;
    }

    /** All columns in their original order, for a row in full. */
    public List<GridColumn<R>> all() {
        return columns.values().stream().map(held -> held.column).toList();
    }

    /** The column of a view; null for none. */
    public @Nullable GridColumn<R> column(@Nullable TableColumnBase<?, ?> view) {
        return columns.values().stream().filter(held -> held.view.equals(view)).map(held -> held.column).findFirst().orElse(null);
    }

    /** Measures the columns that have not been measured yet, before the next frame. */
    public void measureSoon() {
        if (!queued) {
            queued = true;
            Platform.runLater(this::measure);
        }
    }

    private void measure() {
        queued = false;
        List<R> rows = table.getItems();
        if (rows.isEmpty() || columns.values().stream().allMatch(held -> held.measured)) {
            return;
        }
        ColumnMeasure measure = new ColumnMeasure(table);
        for (Held<R> held : columns.values()) {
            if (!held.measured) {
                held.measured = true;
                held.fit(measure.of(held.column, held.view.getText(), rows));
            }
        }
        refit();
    }

    @SuppressWarnings("rawtypes") // as the table declares its policy
    private void refit() {
        resize(null, 0);
    }

    private boolean resize(@Nullable TableColumnBase<?, ?> dragged, double delta) {
        for (Held<R> held : columns.values()) {
            if (held.view.equals(dragged)) {
                held.byHand = true;
                held.wanted = Math.max(held.view.getMinWidth(), Math.rint(held.view.getWidth() + delta));
                settings.set(key(held.column, "size"), String.valueOf(Math.round(held.wanted)));
            }
        }
        TableView.ResizeFeatures<R> features = new TableView.ResizeFeatures<>(table, null, 0.0);
        List<Held<R>> visible = new ArrayList<>();
        for (TableColumn<R, ?> view : table.getVisibleLeafColumns()) {
            @Nullable Held<R> held = columns.get(view);
            if (held != null) {
                visible.add(held);
            }
        }
        double[] wanted = visible.stream().mapToDouble(held -> held.wanted).toArray();
        double[] least = visible.stream().mapToDouble(held -> least(held, dragged)).toArray();
        double available = scrolls ? 0 : Math.floor(features.getContentWidth());
        double[] widths = ColumnFit.of(wanted, least, grows(visible, dragged), available);
        for (int i = 0; i < widths.length; i++) {
            features.setColumnWidth(visible.get(i).view, widths[i]);
        }
        return true;
    }

    /** What was set by hand may be narrower than its content, and the column under the pointer follows it. */
    private double least(Held<R> held, @Nullable TableColumnBase<?, ?> dragged) {
        if (scrolls || held.view.equals(dragged)) {
            return held.wanted;
        }
        return held.byHand ? Math.min(held.wanted, held.least) : held.least;
    }

    /** The last column of texts takes what is left over, because a text is the more readable the wider it is. */
    private int grows(List<Held<R>> visible, @Nullable TableColumnBase<?, ?> dragged) {
        for (int i = visible.size() - 1; i >= 0; i--) {
            Held<R> held = visible.get(i);
            boolean text = held.column.kind() == GridColumn.Kind.TEXT || held.column.kind() == GridColumn.Kind.MONO;
            if (text && !held.view.equals(dragged)) {
                return i;
            }
        }
        return Math.max(0, visible.size() - 1);
    }

    private String key(GridColumn<R> column, String what) {
        return "table." + id + "." + column.id() + "." + what;
    }

    private static @Nullable Double number(@Nullable String text) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
