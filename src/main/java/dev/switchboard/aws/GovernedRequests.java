package dev.switchboard.aws;

import org.jspecify.annotations.Nullable;

/**
 * The gates that the DynamoDB requests of a thread pass, and those of the threads that it starts: a bulk operation sends its requests in
 * many places and on many threads, and none of them may be forgotten. Gates of an inner operation replace those of the outer one.
 */
public final class GovernedRequests implements AutoCloseable {
    private static final InheritableThreadLocal<@Nullable GovernedRequests> CURRENT = new InheritableThreadLocal<>();
    private final @Nullable GovernedRequests outer;
    private final @Nullable CapacityGate reads;
    private final @Nullable CapacityGate writes;
    private volatile boolean closed;

    private GovernedRequests(@Nullable GovernedRequests outer, @Nullable CapacityGate reads, @Nullable CapacityGate writes) {
        this.outer = outer;
        this.reads = reads;
        this.writes = writes;
    }

    /**
     * Sets the gates until it is closed, by the same thread.
     *
     * @param reads null for those that are set already
     * @param writes null for those that are set already
     */
    public static GovernedRequests open(@Nullable CapacityGate reads, @Nullable CapacityGate writes) {
        @Nullable GovernedRequests outer = open(CURRENT.get());
        GovernedRequests all = new GovernedRequests(
                outer,
                reads == null && outer != null ? outer.reads : reads,
                writes == null && outer != null ? outer.writes : writes);
        CURRENT.set(all);
        return all;
    }

    /** The gate of a request that is sent by this thread now; null if it needs not wait. */
    static @Nullable CapacityGate gate(boolean write) {
        @Nullable GovernedRequests now = open(CURRENT.get());
        return now == null ? null : write ? now.writes : now.reads;
    }

    /** How many capacity units a request of this thread should use, at most, whether it reads or writes; 0 for any number. */
    public static double unitsPerRequest() {
        @Nullable GovernedRequests now = open(CURRENT.get());
        if (now == null) {
            return 0;
        }
        double reads = now.reads == null ? 0 : now.reads.unitsPerRequest();
        double writes = now.writes == null ? 0 : now.writes.unitsPerRequest();
        return reads == 0 || writes == 0 ? reads + writes : Math.min(reads, writes);
    }

    /** A thread that was started meanwhile and lives on has the gates of the operation around it, if that is still open. */
    private static @Nullable GovernedRequests open(@Nullable GovernedRequests inherited) {
        @Nullable GovernedRequests now = inherited;
        while (now != null && now.closed) {
            now = now.outer;
        }
        return now;
    }

    @Override
    public void close() {
        closed = true;
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
