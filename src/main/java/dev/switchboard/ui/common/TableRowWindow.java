package dev.switchboard.ui.common;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.grid.RowInspector;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Shows the selected row of a table in a window beside it, at most one for each table. It closes when the table is taken away. */
final class TableRowWindow<R> {
    private static final Messages TEXT = Messages.of(TableRowWindow.class);
    private static final double WIDTH = 560;
    private final TableView<R> table;
    private final Function<R, Map<String, @Nullable String>> fields;
    private final Function<R, String> json;
    private @Nullable DialogFrame frame;

    /**
     * @param fields the values of a row by their names
     * @param json a row as JSON
     */
    TableRowWindow(TableView<R> table, Function<R, Map<String, @Nullable String>> fields, Function<R, String> json) {
        this.table = table;
        this.fields = fields;
        this.json = json;
    }

    /** Shows the selected row, or brings its window to the front. */
    void show() {
        Scene scene = table.getScene();
        if (scene == null || table.getSelectionModel().isEmpty()) {
            return;
        }
        if (frame != null) {
            frame.toFront();
            return;
        }
        RowInspector<R> inspector = new RowInspector<>(table, fields, json, Clipboards::copy);
        inspector.setPrefWidth(WIDTH);
        DialogFrame made = new DialogFrame(scene.getWindow(), DialogFrame.environment(scene), TEXT.get("inspector.title"), inspector);
        ChangeListener<@Nullable Scene> leaving = (observable, old, now) -> made.withdraw();
        table.sceneProperty().addListener(leaving);
        frame = made;
        made.showBeside(() -> {
            table.sceneProperty().removeListener(leaving);
            inspector.close();
            frame = null;
        });
    }
}
