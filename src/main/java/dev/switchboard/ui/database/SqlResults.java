package dev.switchboard.ui.database;

import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the result of a statement: a table of its rows, or the number of rows it changed. */
final class SqlResults {
    private static final Messages TEXT = Messages.of(SqlResults.class);
    private static final double COLUMN = 160;

    private SqlResults() {}

    /** The first keyword of the statement, such as SELECT. */
    static String firstWord(String statement) {
        return statement.strip().split("\\W", 2)[0].toUpperCase(Locale.ROOT);
    }

    static Node of(SqlResult result) {
        if (!result.hasRows()) {
            Label changed = new Label(TEXT.get("sql.changed", result.count()));
            changed.getStyleClass().add("text-muted");
            StackPane pane = new StackPane(changed);
            pane.setAlignment(Pos.CENTER);
            return pane;
        }
        TableView<Row> table = new TableView<>(FXCollections.observableArrayList(result.rows()));
        table.getStyleClass().add("record-table");
        table.setPlaceholder(new Label(TEXT.get("sql.no-rows")));
        for (int i = 0; i < result.columns().size(); i++) {
            table.getColumns().add(column(result.columns().get(i), i));
        }
        VBox.setVgrow(table, Priority.ALWAYS);
        Label count = new Label(TEXT.get(result.more() ? "sql.rows-more" : "sql.rows", result.rows().size()));
        count.getStyleClass().add("field-hint");
        VBox box = new VBox(4, table, count);
        box.getStyleClass().add("answer");
        return box;
    }

    private static TableColumn<Row, String> column(String name, int index) {
        TableColumn<Row, String> column = new TableColumn<>(name);
        column.getStyleClass().add("mono-column");
        column.setPrefWidth(COLUMN);
        // The rows are in the order of the statement, so headers do not sort.
        column.setSortable(false);
        column.setCellValueFactory(row -> {
            @Nullable String value = row.getValue().display().get(index);
            return new ReadOnlyStringWrapper(value == null ? TEXT.get("sql.null") : value);
        });
        return column;
    }
}
