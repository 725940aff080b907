package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.CapacityLimiter;

/** Sizes the pages of a scan by the limit of its read capacity. Shared by the segments of a scan. */
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
        double rate = capacity.unitsPerSecond();
        if (rate <= 0) {
            return MAX_PAGE_ITEMS;
        }
        return (int) Math.clamp(rate / segments / unitsPerItem, 1, MAX_PAGE_ITEMS);
    }

    synchronized void consumed(double units, int items) {
        if (items > 0) {
            unitsPerItem = Math.max(units / items, 0.0001);
        }
    }
}
