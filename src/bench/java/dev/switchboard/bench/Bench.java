package dev.switchboard.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.bench.report.ComparisonTable;
import dev.switchboard.bench.report.ResultFile;
import dev.switchboard.bench.report.ResultTable;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.BenchmarkResult;
import dev.switchboard.bench.run.Runner;
import dev.switchboard.bench.work.Benchmarks;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures Switchboard beside the floor, the one-by-one way, other tools and the wire, on local engines, and prints one table. Asserts nothing.
 *
 * <ul>
 *   <li>{@code -Dbench.scale=1} does the full work (1,000,000 items) instead of a part, {@code -Dbench.items=N} with N items
 *   <li>{@code -Dbench.only=scan,export} does only some of it
 *   <li>{@code -Dbench.folder=DIR} keeps the engines' data there instead of in memory
 *   <li>{@code -Dbench.against=FILE} compares with the results of another commit
 * </ul>
 */
public final class Bench {
    private Bench() {}

    /** @param arguments the build's target folder, where the results are written as {@code bench.json} */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0], "bench.json");
        String against = System.getProperty("bench.against", "");
        JsonNode before = against.isBlank() ? null : ResultFile.read(Path.of(against)); // it may be the file that is written
        List<BenchmarkResult> results = new ArrayList<>();
        try (BenchWorld world = new BenchWorld(Scale.ofProperties())) {
            Map<String, String> about = about(world);
            Runner runner = new Runner();
            for (Benchmark benchmark : Runner.chosen(Benchmarks.all(world), System.getProperty("bench.only", ""))) {
                results.add(runner.run(benchmark));
                ResultFile.write(file, results, about);
            }
            print(results, about);
            if (before != null) {
                System.out.println(ComparisonTable.of(before, ResultFile.read(file)));
            }
        }
    }

    private static void print(List<BenchmarkResult> results, Map<String, String> about) {
        System.out.println();
        about.forEach((name, value) -> System.out.println(name + ": " + value));
        System.out.println();
        System.out.println(ResultTable.of(results));
        System.out.println(ResultTable.LEGEND);
        System.out.println(ResultTable.growth(results));
    }

    private static Map<String, String> about(BenchWorld world) throws IOException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("date", LocalDate.now().toString());
        about.put("machine", Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + Runtime.version());
        about.put("engine", world.engine());
        about.put("data", world.folder().getParent().toString());
        about.put("command", world.command().form());
        about.put("scale", Double.toString(world.scale().factor()));
        return about;
    }
}
