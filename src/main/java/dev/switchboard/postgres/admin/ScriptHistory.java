package dev.switchboard.postgres.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.text.SecretMasker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest SQL scripts that were run in an environment, without their results, a JSON object on each line of a file. A script that may contain a
 * secret is left out. Thread-safe.
 */
public final class ScriptHistory {
    /** The number of scripts that are kept. */
    public static final int MOST = 100;

    private static final int LONGEST = 20_000;
    private static final Logger LOG = LoggerFactory.getLogger(ScriptHistory.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Home home;
    private final Path file;

    /** Creates the history of an environment. */
    public ScriptHistory(Home home, Environment environment) {
        this.home = home;
        file = home.history().resolve("sql-" + environment.code() + ".jsonl");
    }

    /** A script and when it was run. */
    public record PastScript(Instant at, String text) {}

    /**
     * Adds a script, or moves it to the front. A failure to write is logged, because it must not fail the script.
     *
     * @return the scripts, the newest first
     */
    public synchronized List<PastScript> add(PastScript script) {
        List<PastScript> scripts = new ArrayList<>(list());
        if (script.text().isBlank() || script.text().length() > LONGEST || SecretMasker.isSensitive(script.text())) {
            return scripts;
        }
        scripts.removeIf(each -> each.text().equals(script.text()));
        scripts.addFirst(script);
        List<PastScript> kept = List.copyOf(scripts.subList(0, Math.min(MOST, scripts.size())));
        try {
            home.ensure(home.history());
            StringBuilder lines = new StringBuilder();
            for (PastScript each : kept) {
                lines.append(JSON.writeValueAsString(Map.of("at", each.at().toString(), "text", each.text()))).append('\n');
            }
            PrivateFiles.write(file, lines.toString());
        } catch (IOException | OperationFailedException e) {
            LOG.warn("A script was not added to the history", e);
        }
        return kept;
    }

    /** Returns the scripts, the newest first. What cannot be read is left out. */
    public synchronized List<PastScript> list() {
        List<PastScript> scripts = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode node = JSON.readTree(line);
                scripts.add(new PastScript(Instant.parse(node.path("at").asText()), node.path("text").asText()));
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (JsonProcessingException | DateTimeException e) {
            LOG.warn("A line of the history of scripts is damaged; it and those after it are left out");
        } catch (IOException e) {
            LOG.warn("The history of scripts cannot be read", e);
        }
        return scripts;
    }
}
