package dev.switchboard.doctor.data;

import dev.switchboard.file.RecordFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Findings of one check, all in a temporary file and the first in memory. Thread-safe. */
public final class StoredFindings implements Findings, AutoCloseable {
    private final RecordFile<Finding> file;
    private final List<Finding> first = new ArrayList<>();
    private boolean closed;

    /** @param folder an existing folder for the file */
    public StoredFindings(Path folder, DataCheck check) {
        file = new RecordFile<>(folder.resolve("findings-" + check.id()), new FindingCodec(check));
    }

    /** Takes a finding. */
    public synchronized void add(Finding finding) {
        if (first.size() < LISTED) {
            first.add(finding);
        }
        file.append(finding);
    }

    @Override
    public synchronized long count() {
        return file.count();
    }

    @Override
    public synchronized List<Finding> listed() {
        return List.copyOf(first);
    }

    @Override
    public void forEach(Consumer<Finding> consumer) {
        if (isInMemory()) {
            listed().forEach(consumer);
            return;
        }
        try (RecordFile<Finding>.Reader reader = open()) {
            for (@Nullable Finding next = reader.next(); next != null; next = reader.next()) {
                consumer.accept(next);
            }
        }
    }

    private synchronized boolean isInMemory() {
        return first.size() == file.count();
    }

    private synchronized RecordFile<Finding>.Reader open() {
        return file.open();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            file.close();
        }
    }
}
