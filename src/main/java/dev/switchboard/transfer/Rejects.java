package dev.switchboard.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.file.NewFile;
import dev.switchboard.transfer.format.TransferRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects rejected records: the first reasons in memory, and all of them in a file of JSON lines with {@code place}, {@code reason} and
 * {@code record}. Not thread-safe.
 */
final class Rejects implements AutoCloseable {
    private static final int MOST_PROBLEMS = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<String> problems = new ArrayList<>();
    private final @Nullable NewFile file;
    private final @Nullable BufferedWriter out;
    private long count;

    /** @param path null to keep only the first reasons */
    Rejects(@Nullable Path path) throws IOException {
        if (path == null) {
            file = null;
            out = null;
        } else {
            NewFile created = NewFile.at(path);
            file = created;
            out = new BufferedWriter(new OutputStreamWriter(created.output(), StandardCharsets.UTF_8));
        }
    }

    void add(TransferRecord rejected, String reason) {
        count++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(rejected.place() + ": " + reason);
        }
        if (out != null) {
            ObjectNode line = JSON.createObjectNode();
            line.put("place", rejected.place()).put("reason", reason).put("record", rejected.source().strip());
            try {
                out.write(JSON.writeValueAsString(line));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    long count() {
        return count;
    }

    List<String> problems() {
        return problems;
    }

    /** Gives the file its name if something was rejected. */
    void publish() throws IOException {
        if (out != null && file != null) {
            out.close();
            if (count > 0) {
                file.replace();
            }
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
