package dev.switchboard.dynamodb.scan;

import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.time.Duration;

/** Limits the consumed read capacity per second: after consuming capacity, a reader waits for it. Shared by the segments of a scan. */
final class ReadRateLimiter {
    private static final int MAX_PAGE_ITEMS = 10_000;
    private final double unitsPerSecond;
    private long freeFrom = System.nanoTime();
    private double unitsPerItem = 1;

    /** @param unitsPerSecond the limit; 0 for none */
    ReadRateLimiter(double unitsPerSecond) {
        this.unitsPerSecond = unitsPerSecond;
    }

    /** Returns the number of items to request so that a page takes about a second at this rate; a full page could take a minute. */
    synchronized int pageLimit(int segments) {
        if (unitsPerSecond <= 0) {
            return MAX_PAGE_ITEMS;
        }
        return (int) Math.clamp(unitsPerSecond / segments / unitsPerItem, 1, MAX_PAGE_ITEMS);
    }

    /** Waits until the capacity consumed before is within the rate. */
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
