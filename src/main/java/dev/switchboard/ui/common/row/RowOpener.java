package dev.switchboard.ui.common.row;

import java.util.function.Consumer;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Opens a row of a table by Enter and by a double-click. */
public final class RowOpener {
    private RowOpener() {}

    /**
     * Adds both to a table.
     *
     * @param open opens the chosen row
     */
    public static <R> void install(TableView<R> table, Consumer<R> open) {
        table.setRowFactory(view -> row(open));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            @Nullable R chosen = table.getSelectionModel().getSelectedItem();
            boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (event.getCode() == KeyCode.ENTER && plain && chosen != null) {
                open.accept(chosen);
                event.consume();
            }
        });
    }

    private static <R> TableRow<R> row(Consumer<R> open) {
        TableRow<R> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row.getItem() != null) {
                open.accept(row.getItem());
            }
        });
        return row;
    }
}
