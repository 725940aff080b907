package dev.switchboard.ui.database;

import dev.switchboard.text.Messages;
import dev.switchboard.text.TerminalText;
import dev.switchboard.ui.common.Clipboards;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows the whole value of the selected cell beside the table, with its line breaks. */
final class SqlValuePane extends VBox {
    private static final Messages TEXT = Messages.of(SqlValuePane.class);

    /** A text area takes seconds for more; the value is copied in full. */
    private static final int MOST_CHARACTERS = 200_000;

    private final SqlTable table;
    private final Label title = new Label();
    private final TextArea text = new TextArea();
    private final Button copy = new Button(TEXT.get("sql.value.copy"));

    SqlValuePane(SqlTable table) {
        super(4);
        this.table = table;
        setMinWidth(0);
        text.setId("sql-value");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        text.setAccessibleText(TEXT.get("sql.value"));
        title.getStyleClass().add("field-hint");
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> Clipboards.copy(Objects.requireNonNullElse(value(), "")));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox.setVgrow(text, Priority.ALWAYS);
        HBox top = new HBox(8, title, space, copy);
        top.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, text);
        getStyleClass().add("sql-value");
        table.view().getFocusModel().focusedCellProperty().addListener((InvalidationListener) changed -> show());
        table.view().getItems().addListener((InvalidationListener) changed -> show());
        show();
    }

    private @Nullable String value() {
        return table.value(table.view().getFocusModel().getFocusedCell());
    }

    private void show() {
        TablePosition<?, ?> position = table.view().getFocusModel().getFocusedCell();
        @Nullable String name = table.name(position);
        @Nullable String value = value();
        copy.setDisable(value == null);
        if (name == null || value == null) {
            title.setText(name == null ? TEXT.get("sql.value.none") : TEXT.get("sql.value.null", name));
            text.clear();
            return;
        }
        boolean cut = value.length() > MOST_CHARACTERS;
        title.setText(TEXT.get(cut ? "sql.value.cut" : "sql.value.title", name, value.codePointCount(0, value.length()), MOST_CHARACTERS));
        text.setText(TerminalText.lines(cut ? value.substring(0, MOST_CHARACTERS) : value));
    }
}
