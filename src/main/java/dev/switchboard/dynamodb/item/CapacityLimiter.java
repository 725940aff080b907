package dev.switchboard.dynamodb.item;

import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Limits the consumed capacity per second: after consuming capacity, a caller waits until the rate allows more. Shared by the requests of
 * an operation. Thread-safe.
 */
public final class CapacityLimiter {
    /** Never waits. */
    public static final CapacityLimiter NONE = new CapacityLimiter(0);

    private final double unitsPerSecond;
    private final LongSupplier nanoTime;
    private final BiConsumer<Duration, Progress> pause;
    private long freeFrom;

    /** @param unitsPerSecond the limit; 0 for none */
    public CapacityLimiter(double unitsPerSecond) {
        this(unitsPerSecond, System::nanoTime, Poller::pause);
    }

    /**
     * @param nanoTime the clock
     * @param pause waits for a time unless the operation is canceled
     */
    public CapacityLimiter(double unitsPerSecond, LongSupplier nanoTime, BiConsumer<Duration, Progress> pause) {
        this.unitsPerSecond = unitsPerSecond;
        this.nanoTime = nanoTime;
        this.pause = pause;
        freeFrom = nanoTime.getAsLong();
    }

    /** Capacity units per second; 0 for no limit. */
    public double unitsPerSecond() {
        return unitsPerSecond;
    }

    /**
     * Waits until the capacity that was consumed before is within the rate.
     *
     * @throws dev.switchboard.failure.OperationCancelledException if canceled
     */
    public void await(Progress progress) {
        long nanos;
        synchronized (this) {
            nanos = freeFrom - nanoTime.getAsLong();
        }
        if (nanos > 0 && unitsPerSecond > 0) {
            pause.accept(Duration.ofNanos(nanos), progress);
        }
    }

    /** Counts capacity units that were consumed, or are about to be. */
    public synchronized void consumed(double units) {
        if (unitsPerSecond > 0) {
            freeFrom = Math.max(freeFrom, nanoTime.getAsLong()) + nanos(units);
        }
    }

    /** Corrects what was counted before its exact amount was known, by a positive or negative number of units. */
    public synchronized void correct(double units) {
        if (unitsPerSecond > 0) {
            freeFrom += nanos(units);
        }
    }

    private long nanos(double units) {
        return (long) (units / unitsPerSecond * 1e9);
    }
}
