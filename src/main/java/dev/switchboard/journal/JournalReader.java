package dev.switchboard.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the journal files. A line that is not valid JSON, for example after a crash or on a full disk, is skipped and counted. */
final class JournalReader {
    private final JournalFolder folder;

    JournalReader(JournalFolder folder) {
        this.folder = folder;
    }

    JournalPage list(int most) throws IOException {
        List<Entry> found = new ArrayList<>();
        long unreadable = 0;
        for (Path file : folder.files()) {
            if (found.size() > most) {
                break;
            }
            JournalScan scan = new JournalScan(file, null).run();
            found.addAll(scan.entries(folder.environment()).reversed());
            unreadable += scan.unreadable();
        }
        return new JournalPage(found.subList(0, Math.min(most, found.size())), found.size() > most, unreadable);
    }

    Optional<Entry> find(String id) throws IOException {
        return new JournalScan(folder.of(id), id).run().entries(folder.environment()).stream().findFirst();
    }

    void rows(String id, Consumer<Change> rows) throws IOException {
        Path file = folder.of(id);
        @Nullable ChangeVerifier change = new JournalScan(file, id).run().verifier(id);
        if (change == null) {
            return;
        }
        try (JournalLines lines = new JournalLines(file)) {
            for (JournalLine line = lines.next(); line != null; line = lines.next()) {
                JournalLine.@Nullable Header header = line.header();
                boolean own = header != null
                        && header.kind().equals(LineWriter.ROWS)
                        && header.id().equals(id)
                        && header.attempt() == change.attempt();
                if (own && line.isIntact() == change.hasChecksums()) {
                    each(line, rows);
                }
            }
        }
    }

    private static void each(JournalLine line, Consumer<Change> rows) {
        JsonNode read;
        try {
            read = JournalScan.JSON.readTree(line.text());
        } catch (JsonProcessingException e) {
            return; // the entry says that it is damaged
        }
        read.path("rows").forEach(row -> rows.accept(change(row)));
    }

    private static Change change(JsonNode row) {
        return new Change(row.path("key").toString(), image(row.path("before")), image(row.path("after")),
                EntryBuilder.text(row.path("digest")));
    }

    private static @Nullable String image(JsonNode image) {
        return image.isNull() || image.isMissingNode() ? null : image.toString();
    }
}
