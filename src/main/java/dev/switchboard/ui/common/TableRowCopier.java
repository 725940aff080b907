package dev.switchboard.ui.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
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

/**
 * Copies the selected rows of a table, or where cells are selected, the cells: Ctrl+C as tab-separated text, and the context menu also with
 * headings, as CSV and as JSON. A text function returns null for a value that is not there.
 */
public final class TableRowCopier {
    private static final Messages TEXT = Messages.of(TableRowCopier.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TableRowCopier() {}

    /**
     * Adds the menu items and the key to a table.
     *
     * @param texts the texts of the columns by their titles, in order
     * @param json the JSON form of a row; null for an object with the texts
     */
    public static <R> void install(
            TableView<R> table, Map<String, ? extends Function<R, @Nullable String>> texts, @Nullable Function<R, String> json) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Function<R, String> asJson = json == null ? row -> object(row, texts) : json;
        MenuItem text = item("table.copy-text", () -> text(table, texts));
        text.setAccelerator(COPY);
        MenuItem headings = item("table.copy-headings", () -> withHeadings(rows(table), texts));
        MenuItem csv = item("table.copy-csv", () -> csv(rows(table), texts));
        MenuItem object = item("table.copy-json", () -> rows(table).stream().map(asJson).collect(Collectors.joining("\n")));
        ContextMenu menu = table.getContextMenu() == null ? new ContextMenu() : table.getContextMenu();
        if (table.getSelectionModel().isCellSelectionEnabled()) {
            text.setText(TEXT.get("table.copy-cells"));
        }
        menu.getItems().addAll(text, headings, csv, object);
        table.setContextMenu(menu);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                Clipboards.copy(text(table, texts));
                event.consume();
            }
        });
    }

    private static MenuItem item(String key, Supplier<String> content) {
        MenuItem item = new MenuItem(TEXT.get(key));
        item.setOnAction(event -> Clipboards.copy(content.get()));
        return item;
    }

    /** Returns the selected rows, or those of the selected cells, each once. */
    private static <R> List<R> rows(TableView<R> table) {
        return table.getSelectionModel().getSelectedIndices().stream().distinct().sorted().map(table.getItems()::get).toList();
    }

    static <R> String text(TableView<R> table, Map<String, ? extends Function<R, @Nullable String>> texts) {
        if (!table.getSelectionModel().isCellSelectionEnabled()) {
            return text(rows(table), texts);
        }
        Map<Integer, List<String>> lines = new TreeMap<>();
        table.getSelectionModel().getSelectedCells().stream()
                .filter(cell -> cell.getTableColumn() != null)
                .sorted(Comparator.comparingInt(cell -> cell.getColumn()))
                .forEach(cell -> {
                    Function<R, @Nullable String> column = texts.get(cell.getTableColumn().getText());
                    @Nullable String value = column == null ? null : column.apply(table.getItems().get(cell.getRow()));
                    lines.computeIfAbsent(cell.getRow(), row -> new ArrayList<>()).add(Objects.requireNonNullElse(value, ""));
                });
        return lines.values().stream().map(line -> String.join("\t", line)).collect(Collectors.joining("\n"));
    }

    static <R> String text(List<R> rows, Map<String, ? extends Function<R, @Nullable String>> texts) {
        return rows.stream()
                .map(row -> texts.values().stream()
                        .map(text -> Objects.requireNonNullElse(text.apply(row), ""))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** Returns a line of headings and the rows, as spreadsheets read them: a value that contains a tab or line break is in quotes. */
    static <R> String withHeadings(List<R> rows, Map<String, ? extends Function<R, @Nullable String>> texts) {
        return separated(rows, texts, '\t');
    }

    /** Returns CSV with a line of headings. As in PostgreSQL, nothing stands for NULL, and quotes for an empty text. */
    static <R> String csv(List<R> rows, Map<String, ? extends Function<R, @Nullable String>> texts) {
        return separated(rows, texts, ',');
    }

    private static <R> String separated(List<R> rows, Map<String, ? extends Function<R, @Nullable String>> texts, char separator) {
        String between = String.valueOf(separator);
        StringBuilder all = new StringBuilder(
                texts.keySet().stream().map(title -> quoted(title, separator)).collect(Collectors.joining(between)));
        for (R row : rows) {
            all.append('\n').append(texts.values().stream()
                    .map(text -> quoted(text.apply(row), separator))
                    .collect(Collectors.joining(between)));
        }
        return all.toString();
    }

    private static String quoted(@Nullable String value, char separator) {
        if (value == null) {
            return "";
        }
        boolean plain = value.indexOf(separator) < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0
                && (separator != ',' || !value.isEmpty());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    static <R> String object(R row, Map<String, ? extends Function<R, @Nullable String>> texts) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        texts.forEach((title, text) -> values.put(title, text.apply(row)));
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written as JSON", e);
        }
    }
}
