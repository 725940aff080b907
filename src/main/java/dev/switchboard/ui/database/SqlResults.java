package dev.switchboard.ui.database;

import dev.switchboard.postgres.sql.SqlNotice;
import dev.switchboard.postgres.sql.SqlNotices;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import dev.switchboard.text.TerminalText;
import dev.switchboard.ui.common.grid.GridSettings;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows the result of a statement: its rows, or the number of rows it changed, and below it what the server said. */
final class SqlResults {
    private static final Messages TEXT = Messages.of(SqlResults.class);
    private static final int MOST_NOTICE_ROWS = 6;

    private SqlResults() {}

    /** The first keyword of the statement, such as SELECT. */
    static String firstWord(String statement) {
        return statement.strip().split("\\W", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** @param settings where the widths of columns are stored */
    static Node of(SqlResult result, GridSettings settings) {
        Node content = result.hasRows() ? rows(result, settings) : message(TEXT.get("sql.changed", result.count()));
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox box = new VBox(4, content);
        if (!result.notices().all().isEmpty()) {
            box.getChildren().add(notices(result.notices()));
        }
        box.getStyleClass().add("answer");
        return box;
    }

    private static StackPane message(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-muted");
        StackPane pane = new StackPane(label);
        pane.setAlignment(Pos.CENTER);
        return pane;
    }

    private static Node rows(SqlResult result, GridSettings settings) {
        if (result.columns().isEmpty()) {
            return message(TEXT.get("sql.no-columns", result.count()));
        }
        SqlTable table = new SqlTable(result, settings);
        SqlValuePane value = new SqlValuePane(table);
        SplitPane both = new SplitPane(table.view(), value);
        both.setDividerPositions(0.72);
        SplitPane.setResizableWithParent(value, false);
        Label count = new Label(TEXT.get(result.more() ? "sql.rows-more" : "sql.rows", result.rows().size()));
        count.getStyleClass().add("field-hint");
        VBox.setVgrow(both, Priority.ALWAYS);
        return new VBox(4, both, count);
    }

    private static TextArea notices(SqlNotices notices) {
        TextArea area = new TextArea(text(notices));
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(Math.min(MOST_NOTICE_ROWS, notices.all().size() + (notices.more() ? 1 : 0)));
        area.setMinHeight(TextArea.USE_PREF_SIZE);
        area.setAccessibleText(TEXT.get("sql.notices"));
        area.getStyleClass().addAll("mono", "sql-notices");
        return area;
    }

    /** The messages of the server, one on a line. */
    static String text(SqlNotices notices) {
        Stream<String> lines = notices.all().stream().map(SqlNotice::line).map(TerminalText::single);
        Stream<String> rest = notices.more() ? Stream.of(TEXT.get("sql.notices-more", notices.all().size())) : Stream.empty();
        return Stream.concat(lines, rest).collect(Collectors.joining("\n"));
    }
}
