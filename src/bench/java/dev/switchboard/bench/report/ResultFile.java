package dev.switchboard.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.bench.run.BenchmarkResult;
import dev.switchboard.bench.run.ContestantResult;
import dev.switchboard.bench.run.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The results as a JSON file, so that those of two commits can be compared. */
public final class ResultFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultFile() {}

    /**
     * Writes results, in place of an earlier file.
     *
     * @param about what the results depend on, such as the engine
     */
    public static JsonNode write(Path file, List<BenchmarkResult> results, Map<String, String> about) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("commit", commit());
        root.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        about.forEach(root::put);
        ArrayNode rows = root.putArray("work");
        results.forEach(result -> rows.add(row(result)));
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
        return root;
    }

    /** Reads the results of an earlier run. */
    public static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    private static ObjectNode row(BenchmarkResult result) {
        ObjectNode row = JSON.createObjectNode();
        row.put("name", result.name()).put("title", result.title()).put("size", result.size());
        ArrayNode contestants = row.putArray("contestants");
        result.contestants().forEach(one -> contestants.add(contestant(one)));
        if (!result.aims().isEmpty()) {
            ArrayNode aims = row.putArray("aims");
            result.aims().forEach(aim -> {
                ObjectNode node = aims.addObject().put("text", aim.text()).put("limit", aim.limit()).put("atMost", aim.atMost());
                if (!Double.isNaN(aim.value())) {
                    node.put("value", aim.value()).put("met", aim.met());
                }
            });
        }
        if (!result.smaller().isEmpty()) {
            ArrayNode smaller = row.putArray("smaller");
            result.smaller().forEach(one -> smaller.add(row(one)));
        }
        return row;
    }

    private static ObjectNode contestant(ContestantResult one) {
        ObjectNode node = JSON.createObjectNode();
        node.put("role", one.role().name()).put("name", one.name()).put("items", one.items());
        if (!one.measured()) {
            return node.put("note", one.note());
        }
        node.put("medianSeconds", one.seconds()).put("secondsPerItem", one.perItem());
        ArrayNode runs = node.putArray("runs");
        for (Measurement run : one.runs()) {
            ObjectNode figures = runs.addObject().put("seconds", run.seconds());
            run.figures().forEach(figures::put);
        }
        return node;
    }

    private static String commit() {
        try {
            Process git =
                    new ProcessBuilder("git", "describe", "--always", "--dirty").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return commit.isEmpty() ? "unknown" : commit;
        } catch (IOException e) {
            return "unknown"; // no git here
        }
    }
}
