package dev.switchboard.ui.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.admin.SqlRunner;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.ui.common.grid.GridSettings;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Results of SQL in the window: copied, sorted, and read in full. */
class SqlResultsTest {
    private static final PostgresFixture DEV = PostgresFixture.dev();
    private final SqlRunner runner = new SqlRunner(DEV.database);

    @AfterAll
    static void close() {
        DEV.close();
    }

    private SqlResult result(String sql) {
        return runner.run(sql, dev.switchboard.job.Progress.NONE).getLast();
    }

    private static TableView<Row> table(SqlResult result) {
        return Fx.onFx(() -> new SqlTable(result, GridSettings.inMemory()).view());
    }

    private static String copied(TableView<Row> table, String item, Runnable select) {
        return Fx.onFx(() -> {
            select.run();
            MenuItem copy = table.getContextMenu().getItems().stream().filter(each -> item.equals(each.getId())).findFirst().orElseThrow();
            copy.getOnAction().handle(null);
            return Clipboard.getSystemClipboard().getString();
        });
    }

    private static List<String> sorted(TableView<Row> table, int column, TableColumn.SortType direction) {
        return Fx.onFx(() -> {
            table.getColumns().get(column).setSortType(direction);
            table.getSortOrder().setAll(List.of(table.getColumns().get(column)));
            table.sort();
            return table.getItems().stream().map(row -> String.valueOf(row.text(column))).toList();
        });
    }

    @Test
    void cellsAndRowsAreCopiedInEachForm() {
        TableView<Row> table = table(result(
                "SELECT 1 AS id, 'a,b' AS text, NULL AS none, 'x' AS text UNION ALL SELECT 2, E'two\nlines', '', '\"q\"' ORDER BY 1"));
        Runnable cell = () -> table.getSelectionModel().clearAndSelect(0, table.getColumns().get(1));
        assertThat(copied(table, "copy-cells", cell)).isEqualTo("a,b");
        Runnable both = () -> {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().select(0, table.getColumns().get(0));
            table.getSelectionModel().select(0, table.getColumns().get(3));
            table.getSelectionModel().select(1, table.getColumns().get(0));
        };
        assertThat(copied(table, "copy-cells", both)).isEqualTo("1\tx\n2");
        assertThat(copied(table, "copy-headings", both))
                .isEqualTo("id\ttext\tnone\ttext (2)\n1\ta,b\t\tx\n2\t\"two\nlines\"\t\t\"\"\"q\"\"\"");
        assertThat(copied(table, "copy-csv", both)).isEqualTo("id,text,none,text (2)\n1,\"a,b\",,x\n2,\"two\nlines\",\"\",\"\"\"q\"\"\"");
        assertThat(copied(table, "copy-json", both)).isEqualTo("{\"id\":1,\"text\":\"a,b\",\"none\":null,\"text (2)\":\"x\"}\n"
                + "{\"id\":2,\"text\":\"two\\nlines\",\"none\":\"\",\"text (2)\":\"\\\"q\\\"\"}");
    }

    @Test
    void aHeadingSortsByValuesWithNullLastInBothDirections() {
        TableView<Row> table = table(result("""
                SELECT * FROM (VALUES (10::numeric, 'b', '2026-01-01'::timestamptz, true), (9, 'B', 'infinity', false), (NULL, NULL, NULL, NULL),
                    ('NaN', 'a', '-infinity', true), ('-Infinity', 'ä', '0044-03-15 BC', false), (-1.5, 'C', '2025-12-31 23:59:59.5+00', NULL),
                    ('Infinity', '', '1999-01-01', NULL)) AS t (n, t, at, b)"""));
        assertThat(sorted(table, 0, TableColumn.SortType.ASCENDING)).containsExactly("-Infinity", "-1.5", "9", "10", "Infinity", "NaN",
                "null");
        assertThat(sorted(table, 0, TableColumn.SortType.DESCENDING)).containsExactly("NaN", "Infinity", "10", "9", "-1.5", "-Infinity",
                "null");
        assertThat(sorted(table, 1, TableColumn.SortType.ASCENDING)).containsExactly("", "a", "B", "b", "C", "ä", "null");
        assertThat(sorted(table, 2, TableColumn.SortType.ASCENDING)).first().isEqualTo("-infinity");
        assertThat(sorted(table, 2, TableColumn.SortType.ASCENDING).get(1)).endsWith("BC");
        assertThat(sorted(table, 2, TableColumn.SortType.ASCENDING).get(5)).isEqualTo("infinity");
        assertThat(sorted(table, 3, TableColumn.SortType.ASCENDING)).startsWith("false", "false", "true", "true", "null");
        Fx.onFx(() -> table.getSortOrder().clear());
        Fx.onFx(table::sort);
        assertThat(Fx.onFx(() -> table.getItems().getFirst().text(0))).as("the order of the statement").isEqualTo("10");
    }

    @Test
    void theWholeValueOfACellIsShown() {
        SqlResult result = result("SELECT repeat('x', 3000) || E'\nend' AS long, NULL AS none, E'a\u202Eb' AS turned");
        Stage stage = Fx.onFx(() -> {
            Stage shown = Screenshots.show((Parent) SqlResults.of(result, GridSettings.inMemory()), 900, 500);
            return shown;
        });
        TableView<Row> table = Fx.onFx(() -> SqlResultsTest.<TableView<Row>>find(stage, "#sql-rows"));
        TextArea value = Fx.onFx(() -> SqlResultsTest.<TextArea>find(stage, "#sql-value"));
        Fx.onFx(() -> {
            table.getFocusModel().focus(0, table.getColumns().get(0));
            assertThat(value.getText()).hasSize(3004).endsWith("\nend");
            ((Button) find(stage, ".sql-value .button")).fire();
            assertThat(Clipboard.getSystemClipboard().getString()).hasSize(3004);
            table.getFocusModel().focus(0, table.getColumns().get(1));
            assertThat(value.getText()).isEmpty();
            assertThat(((Label) find(stage, ".sql-value .field-hint")).getText()).isEqualTo("none: NULL");
            table.getFocusModel().focus(0, table.getColumns().get(2));
            assertThat(value.getText()).as("what would turn the text around is visible").isEqualTo("a\uFFFDb");
        });
        Screenshots.saveScene(stage.getScene(), "database-sql-value");
        Fx.onFx(stage::hide);
    }

    @SuppressWarnings("unchecked")
    private static <T> T find(Stage stage, String selector) {
        stage.getScene().getRoot().applyCss();
        return (T) stage.getScene().getRoot().lookup(selector);
    }

    @Test
    void noticesAreBelowTheResult() {
        SqlResult result = result("DO $$ BEGIN RAISE NOTICE 'first'; RAISE WARNING 'second'; END $$");
        Stage stage = Fx.onFx(() -> Screenshots.show((Parent) SqlResults.of(result, GridSettings.inMemory()), 700, 300));
        TextArea said = Fx.onFx(() -> SqlResultsTest.<TextArea>find(stage, ".sql-notices"));
        assertThat(said.getText()).isEqualTo("NOTICE: first\nWARNING: second");
        Screenshots.saveScene(stage.getScene(), "database-sql-notices");
        Fx.onFx(stage::hide);
    }

    @Test
    void aRowWithoutColumnsIsCounted() {
        Parent shown = Fx.onFx(() -> (Parent) SqlResults.of(result("SELECT FROM generate_series(1, 3)"), GridSettings.inMemory()));
        assertThat(Fx.onFx(() -> ((Label) shown.lookup(".text-muted")).getText())).isEqualTo("3 rows without columns");
    }
}
