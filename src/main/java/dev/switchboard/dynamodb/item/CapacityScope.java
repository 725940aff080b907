package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.GovernedRequests;
import dev.switchboard.job.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The part of an operation whose requests are limited: those of the thread that opens it, and of the threads started meanwhile. Its limits
 * can be seen and changed through the operation's progress. A limit that is not given is that of the scope around it.
 */
public final class CapacityScope implements AutoCloseable {
    private final @Nullable CapacityLimiter reads;
    private final @Nullable CapacityLimiter writes;
    private final Progress progress;
    private final GovernedRequests requests;

    private CapacityScope(@Nullable CapacityLimiter reads, @Nullable CapacityLimiter writes, Progress progress) {
        this.reads = reads;
        this.writes = writes;
        this.progress = progress;
        requests = GovernedRequests.open(reads == null ? null : reads.gate(progress), writes == null ? null : writes.gate(progress));
        if (reads != null) {
            progress.rateStarted(reads);
        }
        if (writes != null) {
            progress.rateStarted(writes);
        }
    }

    /** Limits reads and writes until it is closed, by the same thread. */
    public static CapacityScope of(CapacityLimiter reads, CapacityLimiter writes, Progress progress) {
        return new CapacityScope(reads, writes, progress);
    }

    /** Limits reads and writes to the share of a table's capacity that the environment allows, until it is closed, by the same thread. */
    public static CapacityScope ofTable(AwsClients clients, TableDetails table, Progress progress) {
        return new CapacityScope(
                CapacityLimiter.reads(CapacityLimiter.USUAL, table, clients.policy()),
                CapacityLimiter.writes(CapacityLimiter.USUAL, table, clients.policy()),
                progress);
    }

    /** Limits reads until it is closed, by the same thread. */
    public static CapacityScope ofReads(CapacityLimiter reads, Progress progress) {
        return new CapacityScope(reads, null, progress);
    }

    /** Limits writes until it is closed, by the same thread. */
    public static CapacityScope ofWrites(CapacityLimiter writes, Progress progress) {
        return new CapacityScope(null, writes, progress);
    }

    /**
     * Returns how many items this thread should read and write at a time: about as many as one request should use units. More would use for
     * longer what other clients need, and reading and writing in turn would leave unused capacity behind.
     *
     * @param most the number without a limit
     */
    public static int chunk(int most) {
        double units = GovernedRequests.unitsPerRequest();
        return units <= 0 ? most : (int) Math.clamp(units, 1, most);
    }

    @Override
    public void close() {
        requests.close();
        if (reads != null) {
            progress.rateEnded(reads);
        }
        if (writes != null) {
            progress.rateEnded(writes);
        }
    }
}
