package dev.switchboard.seeding.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the last load into a table came, in a file of the home for each table. It is deleted when the load is complete. */
final class LoadCheckpoint {
    private static final Messages TEXT = Messages.of(LoadCheckpoint.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 10_000;
    private final Path file;

    /** @param where distinguishes the table from those of other endpoints, accounts and regions */
    LoadCheckpoint(Path folder, String where) {
        file = folder.resolve("load-" + UUID.nameUUIDFromBytes(where.getBytes(StandardCharsets.UTF_8)) + ".json");
    }

    /**
     * A load that was stopped.
     *
     * @param written the number of items that are certainly written; some of those after them may be
     * @param fresh whether none of its items was in the table when it began
     */
    record StoppedLoad(LoadSpec spec, long written, boolean fresh) {}

    /** Returns the load that was stopped; null if there is none. Reads the disk. */
    @Nullable
    StoppedLoad read() {
        try (InputStream in = RegularFiles.open(file)) {
            JsonNode json = JSON.readTree(in.readNBytes(LARGEST));
            LoadSpec spec = new LoadSpec(
                    json.path("users").asInt(), json.path("groups").asInt(), json.path("messages").asLong(),
                    json.path("randomSeed").asLong());
            long written = json.path("written").asLong(-1);
            return written < 0 || written > spec.items() ? null : new StoppedLoad(spec, written, json.path("fresh").asBoolean());
        } catch (IOException | Failure e) {
            return null;
        }
    }

    void write(StoppedLoad load) {
        ObjectNode json = JSON.createObjectNode();
        json.put("users", load.spec().users())
                .put("groups", load.spec().groups())
                .put("messages", load.spec().messages())
                .put("randomSeed", load.spec().randomSeed())
                .put("written", load.written())
                .put("fresh", load.fresh());
        try (NewFile next = NewFile.at(file)) {
            next.write(JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
            next.replace();
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("load.checkpoint", file, String.valueOf(e.getMessage())),
                    TEXT.get("load.checkpoint.remedy"), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("load.checkpoint", file, String.valueOf(e.getMessage())),
                    TEXT.get("load.checkpoint.remedy"), e);
        }
    }
}
