package dev.switchboard.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sorts any number of records in bounded memory: sorted parts go to temporary files, which are merged in the end. Not thread-safe. */
public final class ExternalSorter<T> implements AutoCloseable {
    private static final int MOST_FILES = 64;
    private final Path folder;
    private final String name;
    private final Comparator<T> order;
    private final RecordCodec<T> codec;
    private final int inMemory;
    private final List<RecordFile<T>> files = new ArrayList<>();
    private List<T> records = new ArrayList<>();
    private int created;

    /**
     * @param folder an existing folder for the files, private to the owner
     * @param name the beginning of the names of the files
     * @param inMemory the number of records in memory
     */
    public ExternalSorter(Path folder, String name, Comparator<T> order, RecordCodec<T> codec, int inMemory) {
        this.folder = folder;
        this.name = name;
        this.order = order;
        this.codec = codec;
        this.inMemory = inMemory;
    }

    /**
     * Takes a record.
     *
     * @throws dev.switchboard.failure.OperationFailedException if a file cannot be written
     */
    public void add(T record) {
        records.add(record);
        if (records.size() >= inMemory) {
            spill();
        }
    }

    private void spill() {
        RecordFile<T> file = file();
        records.sort(order);
        records.forEach(file::append);
        file.flush();
        files.add(file);
        records = new ArrayList<>();
        if (files.size() >= MOST_FILES) {
            RecordFile<T> merged = file();
            merge(merged::append);
            merged.flush();
            files.forEach(RecordFile::close);
            files.clear();
            files.add(merged);
        }
    }

    private RecordFile<T> file() {
        return new RecordFile<>(folder.resolve(name + "-" + created++), codec);
    }

    /** Passes all records in order; nothing may be added after. */
    public void forEachSorted(Consumer<T> consumer) {
        if (files.isEmpty()) {
            records.sort(order);
            records.forEach(consumer);
            return;
        }
        if (!records.isEmpty()) {
            spill();
        }
        merge(consumer);
    }

    /** One of the files, with its next record. */
    private final class Head {
        private final RecordFile<T>.Reader reader;
        private @Nullable T record;

        Head(RecordFile<T>.Reader reader) {
            this.reader = reader;
            record = reader.next();
        }

        T record() {
            return Objects.requireNonNull(record);
        }
    }

    private void merge(Consumer<T> consumer) {
        List<Head> heads = new ArrayList<>();
        try {
            PriorityQueue<Head> queue = new PriorityQueue<>(Comparator.comparing(Head::record, order));
            for (RecordFile<T> file : files) {
                Head head = new Head(file.open());
                heads.add(head);
                if (head.record != null) {
                    queue.add(head);
                }
            }
            while (!queue.isEmpty()) {
                Head head = queue.remove();
                consumer.accept(head.record());
                head.record = head.reader.next();
                if (head.record != null) {
                    queue.add(head);
                }
            }
        } finally {
            heads.forEach(head -> head.reader.close());
        }
    }

    /** Deletes the files. */
    @Override
    public void close() {
        files.forEach(RecordFile::close);
        files.clear();
        records = new ArrayList<>();
    }
}
