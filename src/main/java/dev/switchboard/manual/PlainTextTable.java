package dev.switchboard.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Formats a table of the manual as aligned columns; where they do not fit, the widest become narrower and their cells are wrapped. */
final class PlainTextTable {
    private static final String GAP = "  ";
    private static final int LEAST = 8;

    private PlainTextTable() {}

    static List<String> lines(ManualBlock.Table table, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(cells(table.header()));
        table.rows().forEach(row -> rows.add(cells(row)));
        int[] widths = widths(rows, width);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.addAll(lines(row, widths)));
        lines.add(lines(rows.getFirst(), widths).size(), ruler(widths));
        return lines;
    }

    private static List<String> cells(List<List<ManualSpan>> row) {
        return row.stream().map(PlainTextFormatter::text).toList();
    }

    private static int[] widths(List<List<String>> rows, int width) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
                .toArray();
        int room = width - GAP.length() * (widths.length - 1);
        while (Arrays.stream(widths).sum() > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= LEAST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static List<String> lines(List<String> row, int[] widths) {
        List<List<String>> wrapped =
                IntStream.range(0, widths.length).mapToObj(i -> PlainTextFormatter.wrap(row.get(i), widths[i])).toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                text.append(i == 0 ? "" : GAP).append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length())));
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private static String ruler(int[] widths) {
        return String.join(GAP, Arrays.stream(widths).mapToObj("-"::repeat).toList());
    }
}
