package dev.switchboard.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows the end of the journal files and tells which changes have ended. Only what was appended since the last look is read. Not safe
 * for several threads.
 */
public final class JournalTail {
    /** A change of a process that was killed has no end; after this time without a line it is told. */
    static final long SILENCE_NANOS = 10_000_000_000L;
    // A change is in the file of the day on which it began, so that one of yesterday may still end there.
    private static final int FILES = 2;
    private final JournalFolder folder;
    private final LongSupplier nanoTime;
    private final Map<Path, Long> positions = new HashMap<>();
    private final Map<String, Begun> begun = new LinkedHashMap<>();

    JournalTail(JournalFolder folder) {
        this(folder, System::nanoTime);
    }

    JournalTail(JournalFolder folder, LongSupplier nanoTime) {
        this.folder = folder;
        this.nanoTime = nanoTime;
        try {
            for (Path file : newest()) {
                positions.put(file, size(file));
            }
        } catch (IOException e) {
            // What cannot be read now is read from its beginning later, which tells too much rather than too little.
            positions.clear();
        }
    }

    /** A change whose end was not read yet. */
    private static final class Begun {
        private final JsonNode intent;
        private final ChangedKeys keys = new ChangedKeys();
        private long last;

        Begun(JsonNode intent, long now) {
            this.intent = intent;
            last = now;
        }
    }

    /**
     * Returns the changes that ended since the last look.
     *
     * @param own tells by its ID whether a change is one of this process, which is not returned
     */
    public List<EndedChange> look(Predicate<String> own) throws IOException {
        List<EndedChange> ended = new ArrayList<>();
        List<Path> files = newest();
        for (Path file : files) {
            read(file, own, ended);
        }
        positions.keySet().retainAll(files);
        long now = nanoTime.getAsLong();
        for (Iterator<Map.Entry<String, Begun>> all = begun.entrySet().iterator(); all.hasNext();) {
            Map.Entry<String, Begun> one = all.next();
            if (now - one.getValue().last > SILENCE_NANOS) {
                all.remove();
                ended.add(ended(one.getKey(), one.getValue(), OutcomeState.UNKNOWN));
            }
        }
        return ended;
    }

    /** The size of a file; 0 if it is compressed, because what follows is in a new one then. */
    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private List<Path> newest() throws IOException {
        return folder.files().stream().limit(FILES).toList();
    }

    private void read(Path file, Predicate<String> own, List<EndedChange> ended) throws IOException {
        long size = size(file);
        if (size == 0) {
            positions.put(file, 0L);
            return;
        }
        // A file that is shorter than before has lost a line that a full disk had cut off.
        long from = Math.min(positions.getOrDefault(file, 0L), size);
        try (JournalLines lines = new JournalLines(file, from)) {
            for (JournalLine line = lines.nextWhole(); line != null; line = lines.nextWhole()) {
                add(line, own, ended);
            }
            positions.put(file, lines.end());
        }
    }

    private void add(JournalLine line, Predicate<String> own, List<EndedChange> ended) throws IOException {
        JournalLine.@Nullable Header header = line.header();
        if (header == null || own.test(header.id())) {
            return;
        }
        Begun change = begun.get(header.id());
        if (change != null) {
            change.last = nanoTime.getAsLong();
        }
        switch (header.kind()) {
            case LineWriter.INTENT -> read(line).ifPresent(intent -> begun.put(header.id(), new Begun(intent, nanoTime.getAsLong())));
            case LineWriter.ROWS -> {
                if (change != null && !change.keys.isFull()) {
                    read(line).ifPresent(read -> read.path("rows").forEach(row -> change.keys.add(row.path("key").toString())));
                }
            }
            case LineWriter.OUTCOME -> {
                begun.remove(header.id());
                OutcomeState state = read(line).map(read -> EntryBuilder.state(read.path("outcome").asText())).orElse(OutcomeState.UNKNOWN);
                if (change != null) {
                    ended.add(ended(header.id(), change, state));
                } else {
                    // It began before this process looked for the first time.
                    new JournalReader(folder).find(header.id()).ifPresent(entry -> ended.add(new EndedChange(
                            entry.id(), entry.intent().operation(), entry.where(), null, entry.intent().undoes(), state)));
                }
            }
            default -> {}
        }
    }

    private static EndedChange ended(String id, Begun change, OutcomeState state) {
        return new EndedChange(id, change.intent.path("operation").asText(), EntryBuilder.target(change.intent), change.keys.all(),
                EntryBuilder.text(change.intent.path("undoes")), state);
    }

    private static Optional<JsonNode> read(JournalLine line) {
        try {
            return Optional.of(JournalScan.JSON.readTree(line.text()));
        } catch (JsonProcessingException e) {
            // A damaged line is told where the journal is read.
            return Optional.empty();
        }
    }
}
