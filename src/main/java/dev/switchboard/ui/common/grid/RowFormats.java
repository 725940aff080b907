package dev.switchboard.ui.common.grid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows of a table as text for the clipboard. A missing value is null. */
public final class RowFormats {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RowFormats() {}

    /** Returns a line for each row, without headings, with a tab between values. */
    public static <R> String text(List<R> rows, List<GridColumn<R>> columns) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> Objects.requireNonNullElse(column.whole().apply(row), ""))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** Returns a line of headings and the rows, as spreadsheets read them: a value that contains a tab or line break is in quotes. */
    public static <R> String withHeadings(List<R> rows, List<GridColumn<R>> columns) {
        return separated(rows, columns, '\t');
    }

    /** Returns CSV with a line of headings. As in PostgreSQL, nothing stands for NULL, and quotes for an empty text. */
    public static <R> String csv(List<R> rows, List<GridColumn<R>> columns) {
        return separated(rows, columns, ',');
    }

    private static <R> String separated(List<R> rows, List<GridColumn<R>> columns, char separator) {
        String between = String.valueOf(separator);
        StringBuilder all = new StringBuilder(
                columns.stream().map(column -> quoted(column.title(), separator)).collect(Collectors.joining(between)));
        for (R row : rows) {
            all.append('\n').append(columns.stream()
                    .map(column -> quoted(column.whole().apply(row), separator))
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

    /** Returns a Markdown table. Line breaks become {@code <br>}, because a row of such a table is one line. */
    public static <R> String markdown(List<R> rows, List<GridColumn<R>> columns) {
        StringBuilder all = new StringBuilder(line(columns, GridColumn::title)).append('\n');
        all.append(line(columns, column -> column.kind() == GridColumn.Kind.NUMBER ? "---:" : "---"));
        for (R row : rows) {
            all.append('\n').append(line(columns, column -> escaped(column.whole().apply(row))));
        }
        return all.toString();
    }

    private static <R> String line(List<GridColumn<R>> columns, Function<GridColumn<R>, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escaped(@Nullable String value) {
        return Objects.requireNonNullElse(value, "")
                .replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\r", "").replace("\n", "<br>");
    }

    /** Returns a JSON object with the headings as names. */
    public static <R> String object(R row, List<GridColumn<R>> columns) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.title(), column.whole().apply(row)));
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings can always be written as JSON", e);
        }
    }
}
