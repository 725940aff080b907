package dev.switchboard.ui.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Copies the selected rows of a table: Ctrl+C as tab-separated text, and the context menu as text or JSON. */
final class TableRowCopier {
    private static final Messages TEXT = Messages.of(TableRowCopier.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TableRowCopier() {}

    static <R> void install(TableView<R> table, Map<String, Function<R, String>> texts, @Nullable Function<R, String> json) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Function<R, String> asJson = json == null ? row -> object(row, texts) : json;
        MenuItem text = new MenuItem(TEXT.get("table.copy-text"));
        text.setAccelerator(COPY);
        text.setOnAction(event -> Clipboards.copy(text(selected(table), texts)));
        MenuItem object = new MenuItem(TEXT.get("table.copy-json"));
        object.setOnAction(event -> Clipboards.copy(selected(table).stream().map(asJson).collect(Collectors.joining("\n"))));
        ContextMenu menu = table.getContextMenu() == null ? new ContextMenu() : table.getContextMenu();
        menu.getItems().addAll(text, object);
        table.setContextMenu(menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                Clipboards.copy(text(selected(table), texts));
                event.consume();
            }
        });
    }

    private static <R> List<R> selected(TableView<R> table) {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    static <R> String text(List<R> rows, Map<String, Function<R, String>> texts) {
        return rows.stream()
                .map(row -> texts.values().stream().map(text -> text.apply(row)).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    static <R> String object(R row, Map<String, Function<R, String>> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        texts.forEach((title, text) -> values.put(title, text.apply(row)));
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written as JSON", e);
        }
    }
}
