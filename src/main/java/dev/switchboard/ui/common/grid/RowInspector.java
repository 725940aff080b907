package dev.switchboard.ui.common.grid;

import dev.switchboard.text.Messages;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * All fields of the selected row of a table, with their whole values. It follows the selection until it is closed.
 *
 * @param <R> the type of a row
 */
public final class RowInspector<R> extends VBox {
    private static final Messages TEXT = Messages.of(RowInspector.class);
    /** A text area takes seconds for more; the value is copied in full. */
    private static final int MOST_CHARACTERS = 100_000;
    private static final int ONE_LINE = 90;
    private static final int MOST_LINES = 8;
    private final TableView<R> table;
    private final Function<R, Map<String, @Nullable String>> fields;
    private final Consumer<String> clipboard;
    private final Label place = new Label();
    private final Button previous = button("inspector.previous", "fth-chevron-up");
    private final Button next = button("inspector.next", "fth-chevron-down");
    private final GridPane grid = new GridPane();
    private final InvalidationListener selection = changed -> show();

    /**
     * Shows the selected row.
     *
     * @param fields the values of a row by their names; null for a missing value
     * @param json a row as JSON
     * @param clipboard takes what is copied
     */
    public RowInspector(TableView<R> table, Function<R, Map<String, @Nullable String>> fields, Function<R, String> json,
            Consumer<String> clipboard) {
        this.table = table;
        this.fields = fields;
        this.clipboard = clipboard;
        getStyleClass().add("row-inspector");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        place.getStyleClass().add("text-muted");
        Button copy = new Button(TEXT.get("menu.copy-json"), new FontIcon("fth-copy"));
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> {
            @Nullable R row = selected();
            if (row != null) {
                clipboard.accept(json.apply(row));
            }
        });
        previous.setOnAction(event -> move(-1));
        next.setOnAction(event -> move(1));
        HBox head = new HBox(8, place, gap, previous, next, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(120);
        names.setMaxWidth(200);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().setAll(names, values, new ColumnConstraints());
        grid.getStyleClass().add("row-fields");
        getChildren().setAll(head, grid);
        table.getSelectionModel().selectedIndexProperty().addListener(selection);
        table.getSelectionModel().getSelectedItems().addListener(selection);
        show();
    }

    /** No longer follows the selection. */
    public void close() {
        table.getSelectionModel().selectedIndexProperty().removeListener(selection);
        table.getSelectionModel().getSelectedItems().removeListener(selection);
    }

    private static Button button(String key, String icon) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(TEXT.get(key)));
        button.setAccessibleText(TEXT.get(key));
        return button;
    }

    private @Nullable R selected() {
        int index = table.getSelectionModel().getSelectedIndex();
        return index >= 0 && index < table.getItems().size() ? table.getItems().get(index) : null;
    }

    private void move(int by) {
        int to = table.getSelectionModel().getSelectedIndex() + by;
        if (to >= 0 && to < table.getItems().size()) {
            table.getSelectionModel().clearAndSelect(to);
            table.scrollTo(Math.max(0, to - 3));
        }
    }

    private void show() {
        @Nullable R row = selected();
        int index = table.getSelectionModel().getSelectedIndex();
        previous.setDisable(row == null || index == 0);
        next.setDisable(row == null || index >= table.getItems().size() - 1);
        grid.getChildren().clear();
        if (row == null) {
            place.setText(TEXT.get("inspector.none"));
            return;
        }
        place.setText(TEXT.get("inspector.place", index + 1, table.getItems().size()));
        int line = 0;
        for (Map.Entry<String, @Nullable String> field : fields.apply(row).entrySet()) {
            addField(line++, field.getKey(), field.getValue());
        }
    }

    private void addField(int line, String name, @Nullable String value) {
        TextInputControl field = value == null || (value.length() <= ONE_LINE && value.indexOf('\n') < 0) ? new TextField() : area(value);
        field.setEditable(false);
        field.getStyleClass().add("mono");
        if (value == null) {
            field.setPromptText(TEXT.get("inspector.missing"));
        } else {
            field.setText(value.length() > MOST_CHARACTERS ? value.substring(0, MOST_CHARACTERS) : value);
        }
        Label label = new Label(name);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("text-muted");
        label.setLabelFor(field);
        GridPane.setValignment(label, VPos.TOP);
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.getStyleClass().addAll("flat", "small", "button-icon");
        copy.setAccessibleText(TEXT.get("inspector.copy", name));
        copy.setTooltip(new Tooltip(TEXT.get("inspector.copy", name)));
        copy.setDisable(value == null);
        copy.setOnAction(event -> clipboard.accept(value == null ? "" : value));
        GridPane.setValignment(copy, VPos.TOP);
        grid.addRow(line, label, value != null && value.length() > MOST_CHARACTERS ? cut(field, value) : field, copy);
    }

    private static VBox cut(TextInputControl field, String value) {
        Label note = new Label(TEXT.get("inspector.cut", MOST_CHARACTERS, value.length()));
        note.getStyleClass().add("field-hint");
        return new VBox(4, field, note);
    }

    private static TextArea area(String value) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        long lines = value.lines().limit(MOST_LINES).count() + value.length() / ONE_LINE;
        area.setPrefRowCount(Math.clamp(lines, 2, MOST_LINES));
        return area;
    }
}
