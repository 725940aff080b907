package dev.switchboard.bench.report;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.BenchmarkResult;
import dev.switchboard.bench.run.ContestantResult;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of all results, and that of the cost's growth. */
public final class ResultTable {
    /** What the tables mean. */
    public static final String LEGEND = """
            Medians of at least five runs in turns; a smaller number of runs is in brackets. In parentheses: the time that ours takes in relation to it
            (of other tools: that our command takes), so that below 1 ours is faster. Peak MB: the most memory that the command had resident.
            """;

    private static final int USUAL_RUNS = 5;
    private static final double GROWTH = 1.2;

    private ResultTable() {}

    /** One row for each piece of work. */
    public static String of(List<BenchmarkResult> results) {
        MarkdownTable table =
                new MarkdownTable("Work", "Ours", "Command", "One by one", "Other tools", "Floor", "Bare HTTP", "Peak MB", "Aims");
        for (BenchmarkResult result : results) {
            table.row(List.of(
                    result.title(),
                    best(result, Role.OURS),
                    best(result, Role.COMMAND),
                    best(result, Role.SOURCE),
                    all(result, Role.RIVAL),
                    best(result, Role.FLOOR),
                    best(result, Role.WIRE),
                    result.best(Role.COMMAND).map(one -> number(one.figure(Measurement.PEAK))).orElse("-"),
                    result.aims().stream().map(Aim.Outcome::toString).collect(Collectors.joining("; "))));
        }
        return table.toString();
    }

    private static String best(BenchmarkResult result, Role role) {
        return result.best(role).map(one -> cell(result, one)).orElseGet(() -> all(result, role));
    }

    private static String all(BenchmarkResult result, Role role) {
        String all = result.contestants().stream().filter(one -> one.role() == role)
                .map(one -> one.measured() ? one.name() + " " + cell(result, one) : (one.name() + " " + one.note()).strip())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "-" : all;
    }

    private static String cell(BenchmarkResult result, ContestantResult one) {
        double ours = one.role() == Role.RIVAL && result.best(Role.COMMAND).isPresent()
                ? result.perItem(Role.COMMAND)
                : result.perItem(Role.OURS);
        String ratio = one.role() == Role.OURS || Double.isNaN(ours) ? "" : String.format(Locale.ROOT, " (%.2f)", ours / one.perItem());
        String runs = one.runs().size() < USUAL_RUNS ? " [" + one.runs().size() + "]" : "";
        return pace(one) + ratio + runs;
    }

    /** The time of a single thing, the rate of many. */
    static String pace(ContestantResult one) {
        return pace(one.items(), one.perItem());
    }

    static String pace(long items, double perItem) {
        return items > 1 ? String.format(Locale.ROOT, "%,.0f/s", 1 / perItem) : number(perItem * 1e3) + " ms";
    }

    static String number(double value) {
        return Double.isNaN(value)
                ? "-"
                : String.format(Locale.ROOT, value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    /** The time for each item at three sizes, and how it grows from the smallest to the largest, for what was measured at three. */
    public static String growth(List<BenchmarkResult> results) {
        MarkdownTable table = new MarkdownTable("Work", "Sizes", "Time per item, us", "Growth", "Growth of the floor", "Aim");
        Predicate<BenchmarkResult> grows = result -> !result.smaller().isEmpty();
        results.stream().filter(grows).forEach(result -> {
            double growth = growth(result, Role.OURS);
            List<BenchmarkResult> sizes = sizes(result);
            table.row(List.of(
                    result.title(),
                    sizes.stream().map(one -> String.format(Locale.ROOT, "%,d", one.size())).collect(Collectors.joining(" / ")),
                    sizes.stream().map(one -> number(one.perItem(Role.OURS) * 1e6)).collect(Collectors.joining(" / ")),
                    number(growth),
                    number(growth(result, Role.FLOOR)),
                    "at most " + GROWTH + (growth <= GROWTH ? ": met" : ": MISSED")));
        });
        return table.toString();
    }

    static List<BenchmarkResult> sizes(BenchmarkResult result) {
        return java.util.stream.Stream.concat(result.smaller().stream(), java.util.stream.Stream.of(result)).toList();
    }

    /** The time for each item at the largest size in relation to that at the smallest. */
    static double growth(BenchmarkResult result, Role role) {
        return result.perItem(role) / sizes(result).getFirst().perItem(role);
    }
}
