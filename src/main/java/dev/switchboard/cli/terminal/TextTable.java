package dev.switchboard.cli.terminal;

import dev.switchboard.text.TerminalText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text table with aligned columns. A heading that begins with {@code >} marks a right-aligned column of numbers. */
public final class TextTable {
    private static final String GAP = "  ";
    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** @param columns the headings */
    public TextTable(String... columns) {
        for (String column : columns) {
            right.add(column.startsWith(">"));
            headings.add(column.startsWith(">") ? column.substring(1) : column);
        }
    }

    /** Creates a table whose headings are data, such as the names of columns. */
    public static TextTable of(List<String> columns) {
        TextTable table = new TextTable();
        columns.forEach(column -> {
            table.right.add(false);
            table.headings.add(TerminalText.single(column));
        });
        return table;
    }

    /** Adds a row; null cells are empty. */
    public void row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(TextTable::oneLine).toList());
    }

    private static String oneLine(@Nullable Object cell) {
        return cell == null ? "" : TerminalText.single(cell.toString());
    }

    /** Returns the lines, headings first, without trailing spaces. */
    public List<String> lines() {
        int[] widths = headings.stream().mapToInt(TextTable::width).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        List<String> lines = new ArrayList<>(rows.size() + 1);
        lines.add(line(headings, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(i == 0 ? "" : GAP).append(right.get(i) ? blanks + cells.get(i) : cells.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return TextWidth.of(text);
    }
}
