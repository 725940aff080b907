package dev.switchboard.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.RegularFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of items to a temporary file has come. Not thread-safe.
 */
final class SpoolState {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 64_000_000;
    /** The place of a track that was read to its end. */
    static final String ENDED = "";
    final String request;
    final Map<String, String> places = new LinkedHashMap<>();
    final Set<String> names = new LinkedHashSet<>();
    long bytes;
    long items;

    /** @param request what is read, so that another request does not go on with it */
    SpoolState(String request) {
        this.request = request;
    }

    /** Reads the state of the same request; null if there is none, or the temporary file is shorter than it says. */
    static @Nullable SpoolState read(Path file, Path spool, String request) {
        try (InputStream in = RegularFiles.open(file)) {
            JsonNode json = JSON.readTree(in.readNBytes(LARGEST));
            SpoolState state = new SpoolState(json.path("request").asText());
            state.bytes = json.path("bytes").asLong(-1);
            state.items = json.path("items").asLong();
            json.path("names").forEach(name -> state.names.add(name.asText()));
            json.path("places").properties().forEach(place -> state.places.put(place.getKey(), place.getValue().asText()));
            boolean usable = state.request.equals(request) && state.bytes >= 0 && Files.size(spool) >= state.bytes;
            return usable ? state : null;
        } catch (IOException e) {
            return null;
        }
    }

    void write(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("request", request).put("bytes", bytes).put("items", items);
        names.forEach(json.putArray("names")::add);
        ObjectNode all = json.putObject("places");
        places.forEach(all::put);
        try (NewFile written = NewFile.at(file)) {
            written.write(JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
            written.replace();
        }
    }
}
