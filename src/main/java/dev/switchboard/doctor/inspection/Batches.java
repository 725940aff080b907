package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.dynamodb.item.ParallelTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** Confirms suspects several at a time, and passes their findings in the order of the suspects. Used by one thread. */
final class Batches<T> {
    private static final int SIZE = 16;
    private final Function<T, List<Finding>> confirmation;
    private final FindingSink sink;
    private final List<T> waiting = new ArrayList<>(SIZE);

    Batches(Function<T, List<Finding>> confirmation, FindingSink sink) {
        this.confirmation = confirmation;
        this.sink = sink;
    }

    void add(T suspect) {
        waiting.add(suspect);
        if (waiting.size() == SIZE) {
            finish();
        }
    }

    /** Confirms those that wait. */
    void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        AtomicReferenceArray<List<Finding>> found = new AtomicReferenceArray<>(waiting.size());
        ParallelTasks.run(waiting.size(), i -> found.set(i, confirmation.apply(waiting.get(i))));
        for (int i = 0; i < waiting.size(); i++) {
            Objects.requireNonNull(found.get(i)).forEach(sink::add);
        }
        waiting.clear();
    }
}
