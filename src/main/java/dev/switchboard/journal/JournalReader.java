package dev.switchboard.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the journal files. A line that is not valid JSON, for example after a crash or on a full disk, is skipped and counted. */
final class JournalReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROWS = LineWriter.start(LineWriter.ROWS);
    private final JournalFolder folder;
    private long unreadable;

    JournalReader(JournalFolder folder) {
        this.folder = folder;
    }

    JournalPage list(int most) throws IOException {
        List<Entry> found = new ArrayList<>();
        for (Path file : folder.files()) {
            if (found.size() > most) {
                break;
            }
            found.addAll(entries(file, null).reversed());
        }
        return new JournalPage(found.subList(0, Math.min(most, found.size())), found.size() > most, unreadable);
    }

    Optional<Entry> find(String id) throws IOException {
        Path file = folder.of(id);
        return Files.exists(file) ? entries(file, id).stream().findFirst() : Optional.empty();
    }

    /** In file order, which is the order in which the changes began. */
    private List<Entry> entries(Path file, @Nullable String only) throws IOException {
        Map<String, EntryBuilder> entries = new LinkedHashMap<>();
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if ((line.startsWith(ROWS) && line.endsWith("}")) || (only != null && !line.contains(only))) {
                    continue;
                }
                @Nullable JsonNode read = read(line);
                String id = read == null ? "" : read.path("id").asText();
                if (read != null && (only == null || only.equals(id))) {
                    entries.computeIfAbsent(id, EntryBuilder::new).add(read);
                }
            }
        }
        return entries.values().stream().flatMap(entry -> entry.build().stream()).toList();
    }

    void rows(String id, Consumer<Change> rows) throws IOException {
        Path file = folder.of(id);
        int last = attempts(file, id);
        eachRowLine(file, id, line -> {
            if (line.path("attempt").asInt() == last) {
                line.path("rows").forEach(row -> rows.accept(change(row)));
            }
        });
    }

    private int attempts(Path file, String id) throws IOException {
        int[] most = {0};
        eachRowLine(file, id, line -> most[0] = Math.max(most[0], line.path("attempt").asInt()));
        return most[0];
    }

    private void eachRowLine(Path file, String id, Consumer<JsonNode> action) throws IOException {
        String start = ROWS + ",\"id\":\"" + id + "\"";
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                @Nullable JsonNode read = line.startsWith(start) ? read(line) : null;
                if (read != null) {
                    action.accept(read);
                }
            }
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        // Invalid UTF-8 becomes replacement characters, so the line is not valid JSON and is skipped.
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    private @Nullable JsonNode read(String line) {
        if (line.isBlank()) {
            return null;
        }
        try {
            JsonNode read = JSON.readTree(line);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // Counted below.
        }
        unreadable++;
        return null;
    }

    private static Change change(JsonNode row) {
        return new Change(row.path("key").toString(), image(row.path("before")), image(row.path("after")));
    }

    private static @Nullable String image(JsonNode image) {
        return image.isNull() || image.isMissingNode() ? null : image.toString();
    }
}
