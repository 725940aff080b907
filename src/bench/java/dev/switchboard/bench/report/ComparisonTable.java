package dev.switchboard.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The results of two commits beside each other. The ratio to the floor tells more than the time where the machine is not the same. */
public final class ComparisonTable {
    private ComparisonTable() {}

    /** Compares the work that is in both files. */
    public static String of(JsonNode before, JsonNode now) {
        String earlier = before.path("commit").asText();
        String later = now.path("commit").asText();
        MarkdownTable table = new MarkdownTable("Work", earlier, later, "Change of time", "Of the floor, " + earlier,
                "Of the floor, " + later, "Peak MB, " + earlier,
                "Peak MB, " + later);
        for (JsonNode row : now.path("work")) {
            List<String> cells = new ArrayList<>();
            cells.add(row.path("title").asText());
            JsonNode old = named(before, row.path("name").asText());
            double was = perItem(old, Role.OURS);
            double is = perItem(row, Role.OURS);
            cells.add(pace(old, was));
            cells.add(pace(row, is));
            cells.add(Double.isNaN(was / is) ? "-" : String.format(Locale.ROOT, "%+.0f %%", (is / was - 1) * 100));
            cells.add(ResultTable.number(was / perItem(old, Role.FLOOR)));
            cells.add(ResultTable.number(is / perItem(row, Role.FLOOR)));
            cells.add(ResultTable.number(peak(old)));
            cells.add(ResultTable.number(peak(row)));
            table.row(cells);
        }
        return table.toString();
    }

    private static JsonNode named(JsonNode file, String name) {
        return StreamSupport.stream(file.path("work").spliterator(), false).filter(row -> row.path("name").asText().equals(name))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private static double perItem(JsonNode row, Role role) {
        return StreamSupport.stream(row.path("contestants").spliterator(), false)
                .filter(one -> one.path("role").asText().equals(role.name()) && one.has("secondsPerItem"))
                .mapToDouble(one -> one.path("secondsPerItem").asDouble()).min().orElse(Double.NaN);
    }

    private static String pace(JsonNode row, double perItem) {
        long items = row.at("/contestants/0/items").asLong();
        return Double.isNaN(perItem) ? "-" : ResultTable.pace(items, perItem);
    }

    private static double peak(JsonNode row) {
        return StreamSupport.stream(row.path("contestants").spliterator(), false)
                .filter(one -> one.path("role").asText().equals(Role.COMMAND.name()))
                .flatMap(one -> StreamSupport.stream(one.path("runs").spliterator(), false))
                .mapToDouble(run -> run.path(Measurement.PEAK).asDouble()).max().orElse(Double.NaN);
    }
}
