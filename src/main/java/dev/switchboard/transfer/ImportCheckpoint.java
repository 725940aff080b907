package dev.switchboard.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.file.RegularFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * How far the writing of an import has come, in a file of the home, for each file and table. Everything before is written; what comes after
 * may be written too.
 */
final class ImportCheckpoint {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 10_000;
    private final Path file;
    private final String identity;

    private ImportCheckpoint(Path file, String identity) {
        this.file = file;
        this.identity = identity;
    }

    /**
     * Returns the checkpoint of an import.
     *
     * @param what the file and the table
     * @param identity of the records
     */
    static ImportCheckpoint of(Path folder, String what, String identity) throws IOException {
        PrivateFiles.createDirectories(folder);
        String name = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
        return new ImportCheckpoint(folder.resolve("import-" + name + ".json"), identity);
    }

    /** Returns how far an interrupted import of the same records came; zeros if there was none. */
    ImportCounts read() {
        try (InputStream in = RegularFiles.open(file)) {
            JsonNode json = JSON.readTree(in.readNBytes(LARGEST));
            if (json.path("identity").asText().equals(identity)) {
                return new ImportCounts(
                        json.path("records").asLong(),
                        json.path("written").asLong(),
                        json.path("replaced").asLong(),
                        json.path("unchanged").asLong(),
                        json.path("skipped").asLong());
            }
        } catch (IOException e) {
            return ImportCounts.NONE;
        }
        return ImportCounts.NONE;
    }

    void write(ImportCounts counts) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("identity", identity)
                .put("records", counts.records())
                .put("written", counts.written())
                .put("replaced", counts.replaced())
                .put("unchanged", counts.unchanged())
                .put("skipped", counts.skipped());
        try (NewFile next = NewFile.at(file)) {
            next.write(JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
            next.replace();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
