package dev.switchboard.dynamodb.scan;

import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.time.Duration;

/** Keeps what is consumed under a rate: whoever has consumed waits until it is paid off. Shared by the segments of a scan. */
final class ReadRateLimiter {
    private static final int MOST_A_PAGE = 10_000;
    private final double unitsPerSecond;
    private long freeFrom = System.nanoTime();
    private double unitsPerItem = 1;

    /** A rate of 0 is none. */
    ReadRateLimiter(double unitsPerSecond) {
        this.unitsPerSecond = unitsPerSecond;
    }

    /** How many items to ask for, so that a page takes about a second of the rate and not, as a full one may, a minute. */
    synchronized int pageLimit(int segments) {
        if (unitsPerSecond <= 0) {
            return MOST_A_PAGE;
        }
        return (int) Math.clamp(unitsPerSecond / segments / unitsPerItem, 1, MOST_A_PAGE);
    }

    /** Waits until what was consumed before is paid off. */
    void await(Progress progress) {
        long nanos;
        synchronized (this) {
            nanos = freeFrom - System.nanoTime();
        }
        if (nanos > 0 && unitsPerSecond > 0) {
            Poller.pause(Duration.ofNanos(nanos), progress);
        }
    }

    synchronized void consumed(double units, int items) {
        if (unitsPerSecond > 0) {
            freeFrom = Math.max(freeFrom, System.nanoTime()) + (long) (units / unitsPerSecond * 1e9);
            if (items > 0) {
                unitsPerItem = Math.max(units / items, 0.0001);
            }
        }
    }
}
