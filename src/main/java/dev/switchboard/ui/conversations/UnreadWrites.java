package dev.switchboard.ui.conversations;

import java.util.ArrayList;
import java.util.List;

/**
 * What was written after the read under way began. That read may have been answered before the write, so whoever shows its answer
 * adds these. A later read sees them itself, or that they were removed again.
 *
 * @param <T> what is written
 */
final class UnreadWrites<T> {
    private final List<T> since = new ArrayList<>();

    /** A read begins now; it sees everything that was written before. */
    void readBegins() {
        since.clear();
    }

    /** Something was written now. */
    void add(T written) {
        since.add(written);
    }

    /** What the read under way may lack, oldest first. */
    List<T> all() {
        return List.copyOf(since);
    }
}
