package dev.switchboard.ui.items.live;

import dev.switchboard.dynamodb.stream.StreamEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Changes that have arrived and are not shown yet. Only the newest are kept, which bounds the memory; all are counted. Thread-safe. */
final class EventBuffer {
    private final int most;
    private final Deque<StreamEvent> waiting = new ArrayDeque<>();
    private long arrived;
    private boolean announced;

    /** @param most the maximum number of changes kept */
    EventBuffer(int most) {
        this.most = most;
    }

    /**
     * Adds a change.
     *
     * @return whether the caller must schedule {@link #take}; false if it is scheduled already
     */
    synchronized boolean add(StreamEvent event) {
        if (waiting.size() == most) {
            waiting.removeFirst();
        }
        waiting.addLast(event);
        arrived++;
        boolean first = !announced;
        announced = true;
        return first;
    }

    /** Says that what was scheduled has come and takes nothing, because the changes are not to be shown yet. */
    synchronized void leave() {
        announced = false;
    }

    /** Removes and returns the waiting changes, oldest first. */
    synchronized List<StreamEvent> take() {
        List<StreamEvent> taken = new ArrayList<>(waiting);
        waiting.clear();
        announced = false;
        return taken;
    }

    /** How many changes have arrived since the beginning. */
    synchronized long arrived() {
        return arrived;
    }

    /** How many changes are waiting. */
    synchronized int size() {
        return waiting.size();
    }
}
