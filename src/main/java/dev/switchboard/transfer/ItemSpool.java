package dev.switchboard.transfer;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.file.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A compressed temporary file of items in DynamoDB JSON beside the file that is made of it, and how far it has come, so that a process that was
 * killed is resumed. Each save ends a member of the gzip file. Thread-safe.
 */
final class ItemSpool implements AutoCloseable {
    private static final int ITEMS_PER_SAVE = 10_000;
    private static final long NANOS_PER_SAVE = 2_000_000_000L;
    private final Path file;
    private final Path stateFile;
    private final SpoolState state;
    private final OutputStream out;
    private final UnaryOperator<Item> change;
    private @Nullable BufferedWriter member;
    private long unsaved;
    private long savedAt = System.nanoTime();
    private double units;

    private ItemSpool(Path file, Path stateFile, SpoolState state, OutputStream out, UnaryOperator<Item> change) {
        this.file = file;
        this.stateFile = stateFile;
        this.state = state;
        this.out = out;
        this.change = change;
    }

    /**
     * Opens the temporary file of a file.
     *
     * @param request what is read
     * @param resume whether to go on where the same request was interrupted
     * @param change applied to each item before it is written
     */
    static ItemSpool open(Path target, String request, boolean resume, UnaryOperator<Item> change) throws IOException {
        Path file = target.resolveSibling(target.getFileName() + ".partial");
        Path stateFile = target.resolveSibling(target.getFileName() + ".partial.state");
        @Nullable SpoolState former = resume ? SpoolState.read(stateFile, file, request) : null;
        SpoolState state = former == null ? new SpoolState(request) : former;
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            PrivateFiles.createDirectories(folder);
        }
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(state.bytes);
        }
        state.write(stateFile);
        return new ItemSpool(file, stateFile, state, PrivateFiles.append(file), change);
    }

    /** Returns how many items the same request had read when it was interrupted; negative if there is nothing to resume. */
    static long interrupted(Path target, String request) {
        @Nullable SpoolState state = SpoolState.read(
                target.resolveSibling(target.getFileName() + ".partial.state"), target.resolveSibling(target.getFileName() + ".partial"),
                request);
        return state == null ? -1 : state.items;
    }

    Path file() {
        return file;
    }

    synchronized long items() {
        return state.items;
    }

    synchronized double units() {
        return units;
    }

    synchronized List<String> names() {
        return List.copyOf(state.names);
    }

    /** The name of a track: a segment of one of the selections that are read. */
    static String track(int selection, int segment, int segments) {
        return selection + "/" + segment + "/" + segments;
    }

    /** The number of segments in which the reading of a selection was begun; 0 if it was not. */
    synchronized int segments(int selection) {
        return state.places.keySet().stream()
                .filter(track -> track.startsWith(selection + "/"))
                .mapToInt(track -> Integer.parseInt(track.substring(track.lastIndexOf('/') + 1)))
                .findFirst().orElse(0);
    }

    /** Whether a track was read to its end. */
    synchronized boolean isEnded(String track) {
        return SpoolState.ENDED.equals(state.places.get(track));
    }

    /** Where to go on with a track; null for its beginning. */
    synchronized @Nullable PageKey place(String track) {
        @Nullable String place = state.places.get(track);
        return place == null ? null : new PageKey(place);
    }

    /** Writes a page of a track. */
    void add(String track, ItemPage page) {
        List<String> lines = new ArrayList<>(page.items().size());
        Set<String> names = new LinkedHashSet<>();
        for (Item item : page.items()) {
            Item changed = change.apply(item);
            names.addAll(changed.names());
            lines.add("{\"Item\":" + changed.toJson() + "}\n");
        }
        write(track, page, lines, names);
    }

    private synchronized void write(String track, ItemPage page, List<String> lines, Set<String> names) {
        try {
            state.names.addAll(names);
            for (String line : lines) {
                writer().write(line);
            }
            state.items += lines.size();
            unsaved += lines.size();
            units += page.consumedReadCapacity();
            PageKey next = page.next();
            state.places.put(track, next == null ? SpoolState.ENDED : next.json());
            if (unsaved >= ITEMS_PER_SAVE || System.nanoTime() - savedAt > NANOS_PER_SAVE) {
                save();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedWriter writer() throws IOException {
        BufferedWriter open = member;
        if (open == null) {
            open = new BufferedWriter(new OutputStreamWriter(new FastGzip(out), StandardCharsets.UTF_8), 1 << 16);
            member = open;
        }
        return open;
    }

    /** Ends the member, and notes how far it has come. */
    synchronized void save() throws IOException {
        if (state.bytes == 0) {
            // A gzip file has at least one member, also without items.
            var _ = writer();
        }
        if (member != null) {
            member.close();
            member = null;
        }
        out.flush();
        state.bytes = Files.size(file);
        state.write(stateFile);
        unsaved = 0;
        savedAt = System.nanoTime();
    }

    /** Deletes the temporary files. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(stateFile);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    /** A member of the file, whose end does not end the file. */
    private static final class FastGzip extends GZIPOutputStream {
        private final OutputStream file;

        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            file = out;
            def.setLevel(Deflater.BEST_SPEED);
        }

        @Override
        public void close() throws IOException {
            try {
                finish();
                file.flush();
            } finally {
                def.end();
            }
        }
    }
}
