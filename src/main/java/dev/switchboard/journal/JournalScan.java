package dev.switchboard.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over a journal file that finds its changes, or one of them, and verifies their lines. Keeps no images. */
final class JournalScan {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final Path file;
    private final @Nullable String only;
    private final Map<String, EntryBuilder> changes = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private long unreadable;
    private long foreign;

    /** @param only the ID of the only change to find; null for all */
    JournalScan(Path file, @Nullable String only) {
        this.file = file;
        this.only = only;
    }

    JournalScan run() throws IOException {
        try (JournalLines lines = new JournalLines(file)) {
            for (JournalLine line = lines.next(); line != null; line = lines.next()) {
                add(line);
            }
        }
        return this;
    }

    /** In file order, which is the order in which the changes began. */
    List<Entry> entries(String environment) {
        String name = String.valueOf(file.getFileName());
        return changes.values().stream()
                .flatMap(change -> change.build(environment, change.verifier().result(name, foreign)).stream())
                .toList();
    }

    /** The number of lines that are not valid JSON. */
    long unreadable() {
        return unreadable;
    }

    /** Returns the verifier of a change; null if no line of it was found. */
    @Nullable
    ChangeVerifier verifier(String id) {
        EntryBuilder change = changes.get(id);
        return change == null ? null : change.verifier();
    }

    private void add(JournalLine line) {
        JournalLine.@Nullable Header header = line.header();
        if (header == null || !line.isIntact()) {
            withoutValidChecksum(line, header);
            return;
        }
        remember(header);
        EntryBuilder change = change(header.id());
        if (change == null) {
            return;
        }
        if (header.number() > 0) {
            change.verifier().intact(header, line.position());
        }
        @Nullable JsonNode read = header.kind().equals(LineWriter.ROWS) ? null : read(line);
        if (read != null) {
            change.add(read);
        }
    }

    private void withoutValidChecksum(JournalLine line, JournalLine.@Nullable Header header) {
        if (line.isBlank()) {
            return;
        }
        boolean numbered = line.hasChecksum() || (header != null && header.number() > 0);
        // Rows of another change are not parsed; those of the only one must be valid JSON, because no checksum tells.
        if (header != null && !numbered && header.kind().equals(LineWriter.ROWS) && line.isClosed() && !header.id().equals(only)) {
            earlier(header, line, null);
            return;
        }
        @Nullable JsonNode read = read(line);
        if (read == null) {
            unreadable++;
        }
        JournalLine.@Nullable Header plain = read == null || numbered ? null : JournalLine.header(read);
        if (plain != null) {
            earlier(plain, line, read);
        } else {
            damaged(line, header, read);
        }
    }

    /** A line as earlier versions wrote them, and as they still write it where they undo a change. */
    private void earlier(JournalLine.Header header, JournalLine line, @Nullable JsonNode read) {
        remember(header);
        EntryBuilder change = change(header.id());
        if (change == null) {
            return;
        }
        if (!header.kind().equals(LineWriter.UNDONE)) {
            change.verifier().withoutChecksum(header, line.position());
        }
        if (read != null) {
            change.add(read);
        }
    }

    private void damaged(JournalLine line, JournalLine.@Nullable Header header, @Nullable JsonNode read) {
        if (header != null) {
            remember(header);
        }
        Set<String> ids = line.ids();
        boolean cut = read == null && !line.hasChecksum();
        for (String id : ids) {
            EntryBuilder change = change(id);
            if (change != null) {
                change.verifier().damaged(line.position(), cut);
                if (read != null && header != null && header.kind().equals(LineWriter.INTENT)) {
                    change.add(read);
                }
            }
        }
        if (Collections.disjoint(ids, known) && !line.isStartOfHeader()) {
            foreign = line.position();
        }
    }

    /** Only an ID with an intent is one: that of another line may be damaged itself. */
    private void remember(JournalLine.Header header) {
        if (header.kind().equals(LineWriter.INTENT)) {
            known.add(header.id());
        }
    }

    private @Nullable EntryBuilder change(String id) {
        return only == null || only.equals(id) ? changes.computeIfAbsent(id, EntryBuilder::new) : null;
    }

    private static @Nullable JsonNode read(JournalLine line) {
        try {
            JsonNode read = JSON.readTree(line.text());
            return read != null && read.isObject() ? read : null;
        } catch (JsonProcessingException e) {
            return null; // the caller counts it
        }
    }
}
