package dev.switchboard.ui.database;

import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.RowJsonWriter;
import dev.switchboard.postgres.sql.RowOrder;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import dev.switchboard.text.TerminalText;
import dev.switchboard.ui.common.TableRowCopier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The rows of a result as a table whose cells can be selected and copied. A click on a heading sorts by the values of that column. */
final class SqlTable {
    private static final Messages TEXT = Messages.of(SqlTable.class);
    private static final double COLUMN = 160;

    /** The beginning of a value is enough for a cell; the whole value is beside the table. */
    private static final int MOST_CHARACTERS = 500;

    private final SqlResult result;
    private final TableView<Row> view = new TableView<>();
    private final Map<TableColumn<Row, ?>, Integer> indexes = new HashMap<>();
    private final Map<Integer, RowOrder> orders = new HashMap<>();

    SqlTable(SqlResult result) {
        this.result = result;
        view.getStyleClass().add("record-table");
        view.setId("sql-rows");
        view.setTableMenuButtonVisible(true);
        view.setPlaceholder(new Label(TEXT.get("sql.no-rows")));
        view.getSelectionModel().setCellSelectionEnabled(true);
        // A title finds its column again when cells are copied, so titles differ too.
        List<String> titles = new RowJsonWriter(result.columns().stream().map(TerminalText::single).toList()).names();
        Map<String, Function<Row, @Nullable String>> texts = new LinkedHashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            int index = i;
            texts.put(titles.get(i), row -> row.text(index));
            view.getColumns().add(column(titles.get(i), i));
        }
        SortedList<Row> sorted = new SortedList<>(FXCollections.observableList(result.rows()));
        view.setItems(sorted);
        view.setSortPolicy(asked -> {
            sorted.setComparator(comparator());
            return true;
        });
        RowJsonWriter json = new RowJsonWriter(result.columns());
        TableRowCopier.install(view, texts, json::write);
    }

    TableView<Row> view() {
        return view;
    }

    /** The name of the column at a position, or null if there is none. */
    @Nullable
    String name(TablePosition<?, ?> position) {
        @Nullable Integer index = indexes.get(position.getTableColumn());
        return index == null ? null : TerminalText.single(result.columns().get(index));
    }

    /** The value at a position; null if it is NULL or there is none. */
    @Nullable
    String value(TablePosition<?, ?> position) {
        @Nullable Integer index = indexes.get(position.getTableColumn());
        if (index == null || position.getRow() < 0 || position.getRow() >= view.getItems().size()) {
            return null;
        }
        return view.getItems().get(position.getRow()).text(index);
    }

    private TableColumn<Row, Row> column(String title, int index) {
        TableColumn<Row, Row> column = new TableColumn<>(title);
        column.getStyleClass().add("mono-column");
        column.setPrefWidth(COLUMN);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new ValueCell(index));
        indexes.put(column, index);
        return column;
    }

    private @Nullable Comparator<Row> comparator() {
        Comparator<Row> whole = null;
        for (TableColumn<Row, ?> column : view.getSortOrder()) {
            @Nullable Integer index = indexes.get(column);
            if (index != null) {
                RowOrder order = orders.computeIfAbsent(index, at -> new RowOrder(result.rows(), at));
                Comparator<Row> one = order.comparator(column.getSortType() == TableColumn.SortType.ASCENDING);
                whole = whole == null ? one : whole.thenComparing(one);
            }
        }
        return whole;
    }

    private static final class ValueCell extends TableCell<Row, Row> {
        private final int index;

        ValueCell(int index) {
            this.index = index;
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            @Nullable String value = empty || row == null ? "" : row.text(index);
            getStyleClass().remove("text-muted");
            if (value == null) {
                getStyleClass().add("text-muted");
                setText(TEXT.get("sql.null"));
            } else {
                setText(TerminalText.single(value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) + "…" : value));
            }
        }
    }
}
