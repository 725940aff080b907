package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.job.Progress;

/** Limits the consumed read capacity of a scan, and the size of its pages. Shared by the segments of a scan. */
public final class ReadRateLimiter {
    private static final int MAX_PAGE_ITEMS = 10_000;
    private final CapacityLimiter capacity;
    private double unitsPerItem = 1;

    /** @param capacity the limit, shared by all segments */
    public ReadRateLimiter(CapacityLimiter capacity) {
        this.capacity = capacity;
    }

    /** Returns the number of items to request so that a page takes about a second at this rate; a full page could take a minute. */
    synchronized int pageLimit(int segments) {
        if (capacity.unitsPerSecond() <= 0) {
            return MAX_PAGE_ITEMS;
        }
        return (int) Math.clamp(capacity.unitsPerSecond() / segments / unitsPerItem, 1, MAX_PAGE_ITEMS);
    }

    /** Waits until the capacity consumed before is within the rate. */
    void await(Progress progress) {
        capacity.await(progress);
    }

    synchronized void consumed(double units, int items) {
        capacity.consumed(units);
        if (items > 0) {
            unitsPerItem = Math.max(units / items, 0.0001);
        }
    }
}
