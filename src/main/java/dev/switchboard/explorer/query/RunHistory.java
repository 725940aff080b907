package dev.switchboard.explorer.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest runs of queries in an environment, a JSON object on each line of a file. Thread-safe. */
public final class RunHistory {
    /** The number of runs that are kept. */
    public static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(RunHistory.class);
    private static final Messages TEXT = Messages.of(RunHistory.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Home home;
    private final Path file;

    /** Creates the history of an environment. */
    public RunHistory(Home home, Environment environment) {
        this.home = home;
        file = home.history().resolve(environment.code() + ".jsonl");
    }

    /** Adds a run. A failure to write is logged, because it must not fail the query that has been run. */
    public synchronized void add(QueryRun run) {
        try {
            home.ensure(home.history());
            List<String> lines = lines();
            String line = json(run);
            if (lines.size() >= 2 * MOST) {
                List<String> kept = new ArrayList<>(lines.subList(lines.size() - MOST + 1, lines.size()));
                kept.add(line);
                PrivateFiles.write(file, String.join("\n", kept) + "\n");
                return;
            }
            try (OutputStream out = PrivateFiles.append(file)) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException | OperationFailedException e) {
            LOG.warn("The run of a query was not added to its history", e);
        }
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * Returns the runs, the newest first. A line that is damaged is left out.
     *
     * @throws OperationFailedException if the file cannot be read
     */
    public synchronized List<QueryRun> list() {
        List<QueryRun> runs = new ArrayList<>();
        try {
            for (String line : lines()) {
                @Nullable QueryRun run = run(line);
                if (run != null) {
                    runs.addFirst(run);
                }
            }
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("history.unreadable", file), TEXT.get("history.unreadable.remedy"), e);
        }
        return runs.size() > MOST ? List.copyOf(runs.subList(0, MOST)) : List.copyOf(runs);
    }

    private static String json(QueryRun run) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of(
                "at", run.at().toString(),
                "text", run.text(),
                "outcome", run.outcome().name().toLowerCase(Locale.ROOT),
                "items", run.items(),
                "scanned", run.scanned(),
                "consumedReadCapacity", run.readCapacity(),
                "milliseconds", run.duration().toMillis()));
    }

    private static @Nullable QueryRun run(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return new QueryRun(
                    Instant.parse(node.path("at").asText()),
                    node.path("text").asText(),
                    QueryRun.Outcome.valueOf(node.path("outcome").asText().toUpperCase(Locale.ROOT)),
                    node.path("items").asLong(),
                    node.path("scanned").asLong(),
                    node.path("consumedReadCapacity").asDouble(),
                    Duration.ofMillis(node.path("milliseconds").asLong()));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            LOG.warn("A line of the history of queries is damaged and left out");
            return null;
        }
    }
}
