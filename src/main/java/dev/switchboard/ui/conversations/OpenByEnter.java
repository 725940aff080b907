package dev.switchboard.ui.conversations;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Opens the selected row of a view with Enter and with a double click. */
final class OpenByEnter {
    private OpenByEnter() {}

    static <R> void install(TableView<R> table, Consumer<@Nullable R> open) {
        install(table, view -> view.getSelectionModel().getSelectedItem(), open);
    }

    static <R> void install(ListView<R> list, Consumer<@Nullable R> open) {
        install(list, view -> view.getSelectionModel().getSelectedItem(), open);
    }

    private static <V extends Node, R> void install(V view, Function<V, @Nullable R> selected, Consumer<@Nullable R> open) {
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                event.consume();
                open.accept(selected.apply(view));
            }
        });
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open.accept(selected.apply(view));
            }
        });
    }
}
