package dev.switchboard.explorer.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the staged edits of an environment in files, one for each table and place of the window, so that they survive a restart. The name of a
 * file has the process and the session that it belongs to; a file whose session has ended is offered to the next one. Thread-safe.
 */
public final class StagedEditsStore {
    private static final Logger LOG = LoggerFactory.getLogger(StagedEditsStore.class);
    private static final Messages TEXT = Messages.of(StagedEditsStore.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)-(\\d+)-\\d+\\.jsonl");
    private static final AtomicLong SESSIONS = new AtomicLong();
    private static final AtomicLong FILES = new AtomicLong();
    private final Path folder;
    private final String owner;
    private final Set<Path> offered = new HashSet<>();

    public StagedEditsStore(Home home, Environment environment) {
        folder = home.root().resolve("staged").resolve(environment.code());
        owner = ProcessHandle.current().pid() + "-" + startOf(ProcessHandle.current()) + "-" + SESSIONS.incrementAndGet();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Returns a file for the edits of a table that no other place uses. It does not exist yet. */
    public Path newFile(String table) {
        return folder.resolve(table).resolve(owner + "-" + FILES.incrementAndGet() + ".jsonl");
    }

    /**
     * Saves edits in place of those that a file has; no edits delete it.
     *
     * @throws OperationFailedException if it cannot be written
     */
    public void save(Path file, List<ItemEdit> edits) {
        try {
            if (edits.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            StringBuilder lines = new StringBuilder();
            edits.forEach(edit -> lines.append("{\"expected\":").append(json(edit.expected()))
                    .append(",\"item\":").append(json(edit.item())).append("}\n"));
            try (NewFile target = NewFile.at(file)) {
                target.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                target.replace();
            }
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("staged.unwritable", file), TEXT.get("staged.unwritable.remedy"), e);
        }
    }

    private static String json(@Nullable Item item) {
        return item == null ? "null" : item.toJson();
    }

    /**
     * Returns the edits of a table whose session has ended, each once in this session, the oldest first. A file that is damaged is left where it
     * is.
     *
     * @throws OperationFailedException if the folder cannot be read
     */
    public synchronized List<SavedEdits> abandoned(String table) {
        List<SavedEdits> found = new ArrayList<>();
        for (Path file : files(table)) {
            if (isAbandoned(file) && offered.add(file)) {
                try {
                    found.add(new SavedEdits(file, Files.getLastModifiedTime(file).toInstant(), read(file)));
                } catch (IOException | InvalidInputException | IllegalArgumentException e) {
                    LOG.warn("The staged edits in {} cannot be read", file, e);
                }
            }
        }
        return found;
    }

    private List<Path> files(String table) {
        try (Stream<Path> files = Files.list(folder.resolve(table))) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("staged.unreadable", folder.resolve(table)), TEXT.get("staged.unreadable.remedy"),
                    e);
        }
    }

    private boolean isAbandoned(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return false;
        }
        long pid = Long.parseLong(name.group(1));
        if (pid == ProcessHandle.current().pid() && Long.parseLong(name.group(2)) == startOf(ProcessHandle.current())) {
            // Of a former session of this process: the window has one at a time for each environment.
            return !String.join("-", name.group(1), name.group(2), name.group(3)).equals(owner);
        }
        return ProcessHandle.of(pid).map(process -> startOf(process) != Long.parseLong(name.group(2))).orElse(true);
    }

    private static List<ItemEdit> read(Path file) throws IOException {
        List<ItemEdit> edits = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode edit = JSON.readTree(line);
            edits.add(new ItemEdit(item(edit.path("expected")), item(edit.path("item"))));
        }
        return edits;
    }

    private static @Nullable Item item(JsonNode json) {
        return json.isObject() ? Item.ofJson(json.toString()) : null;
    }
}
