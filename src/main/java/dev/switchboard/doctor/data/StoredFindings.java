package dev.switchboard.doctor.data;

import dev.switchboard.file.RecordFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Findings of one check, the first in memory and the others in a temporary file. Thread-safe. */
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
        } else {
            file.append(finding);
        }
    }

    @Override
    public synchronized long count() {
        return first.size() + file.count();
    }

    /** Whether there are more findings than are in memory, so that a file holds the others. */
    public synchronized boolean hasFile() {
        return file.count() > 0;
    }

    @Override
    public synchronized List<Finding> listed() {
        return List.copyOf(first);
    }

    @Override
    public void forEach(Consumer<Finding> consumer) {
        listed().forEach(consumer);
        if (!hasFile()) {
            return;
        }
        try (RecordFile<Finding>.Reader reader = open()) {
            for (@Nullable Finding next = reader.next(); next != null; next = reader.next()) {
                consumer.accept(next);
            }
        }
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
