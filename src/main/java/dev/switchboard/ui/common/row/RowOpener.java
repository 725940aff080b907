package dev.switchboard.ui.common.row;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Opens a row of a table or list by Enter and by a double-click. */
public final class RowOpener {
    private RowOpener() {}

    /**
     * Adds both to a table.
     *
     * @param open opens the chosen row
     */
    public static <R> void install(TableView<R> table, Consumer<R> open) {
        table.setRowFactory(view -> row(open));
        byEnter(table, () -> table.getSelectionModel().getSelectedItem(), open);
    }

    /**
     * Adds both to a list, whose cells are made by its own factory.
     *
     * @param open opens the chosen row
     */
    public static <R> void install(ListView<R> list, Consumer<R> open) {
        byEnter(list, () -> list.getSelectionModel().getSelectedItem(), open);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            @Nullable R chosen = list.getSelectionModel().getSelectedItem();
            // Only on a row, so that a double-click on the scroll bar or below the last row opens nothing.
            if (isDouble(event) && chosen != null && isOnRow(event)) {
                open.accept(chosen);
            }
        });
    }

    private static <R> void byEnter(Node view, Supplier<@Nullable R> selected, Consumer<R> open) {
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            @Nullable R chosen = selected.get();
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
            if (isDouble(event) && row.getItem() != null) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private static boolean isDouble(MouseEvent event) {
        return event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
    }

    private static boolean isOnRow(MouseEvent event) {
        Node node = event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof ListCell<?>)) {
            node = node.getParent();
        }
        return node instanceof ListCell<?> cell && !cell.isEmpty();
    }
}
