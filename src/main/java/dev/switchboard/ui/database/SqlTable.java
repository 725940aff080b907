package dev.switchboard.ui.database;

import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.RowJsonWriter;
import dev.switchboard.postgres.sql.RowOrder;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import dev.switchboard.text.TerminalText;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.grid.GridColumn;
import dev.switchboard.ui.common.grid.GridSettings;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The rows of a result as a table whose cells can be selected and copied. A click on a heading sorts by the values of that column. */
final class SqlTable {
    private static final Messages TEXT = Messages.of(SqlTable.class);
    private static final double COLUMN = 120;

    /** The beginning of a value is enough for a cell; the whole value is beside the table. */
    private static final int MOST_CHARACTERS = 500;

    private final SqlResult result;
    private final TableView<Row> view = new TableView<>();
    private final List<String> names;

    /** @param settings where widths are stored, by the names of the columns */
    SqlTable(SqlResult result, GridSettings settings) {
        this.result = result;
        view.setId("sql-rows");
        view.setAccessibleText(TEXT.get("sql.table"));
        view.setPlaceholder(new Label(TEXT.get("sql.no-rows")));
        view.getSelectionModel().setCellSelectionEnabled(true);
        // A name finds its column again, so names differ.
        names = new RowJsonWriter(result.columns().stream().map(TerminalText::single).toList()).names();
        TableColumns<Row> columns = TableColumns.of(view, "database-sql", settings)
                .json(new RowJsonWriter(result.columns())::write)
                .missing(TEXT.get("sql.null"))
                .enterShowsRow()
                .scrolls();
        for (int i = 0; i < names.size(); i++) {
            columns.add(column(i));
        }
        columns.show(FXCollections.observableList(result.rows()));
    }

    private GridColumn<Row> column(int index) {
        Map<Boolean, Comparator<Row>> orders = new HashMap<>();
        return new GridColumn<>(names.get(index), names.get(index), GridColumn.Kind.MONO, COLUMN, row -> beginning(row.text(index)),
                row -> row.text(index),
                ascending -> orders.computeIfAbsent(ascending, way -> new RowOrder(result.rows(), index).comparator(way)), null);
    }

    private static @Nullable String beginning(@Nullable String value) {
        return value == null
                ? null
                : TerminalText.single(value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) + "…" : value);
    }

    TableView<Row> view() {
        return view;
    }

    private int index(TablePosition<?, ?> position) {
        return position.getTableColumn() == null ? -1 : names.indexOf(position.getTableColumn().getId());
    }

    /** The name of the column at a position, or null if there is none. */
    @Nullable
    String name(TablePosition<?, ?> position) {
        int index = index(position);
        return index < 0 ? null : TerminalText.single(result.columns().get(index));
    }

    /** The value at a position; null if it is NULL or there is none. */
    @Nullable
    String value(TablePosition<?, ?> position) {
        int index = index(position);
        if (index < 0 || position.getRow() < 0 || position.getRow() >= view.getItems().size()) {
            return null;
        }
        return view.getItems().get(position.getRow()).text(index);
    }
}
