package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.CapacityLimiter;

/** Sizes the pages of a scan by the limit of its read capacity. Shared by the segments of a scan. */
public final class ReadRateLimiter {
    private static final int MAX_PAGE_ITEMS = 10_000;
    private final CapacityLimiter capacity;
    /** Until the first page tells more: an item of 8 KB. */
    private static final double FIRST_UNITS_PER_ITEM = 1;
    /** A first page has a part of the usual number, because its items can be much larger. */
    private static final double FIRST_PAGE = 0.25;
    private double unitsPerItem;

    /** @param capacity the limit, shared by all segments */
    public ReadRateLimiter(CapacityLimiter capacity) {
        this.capacity = capacity;
    }

    /** Returns the number of items to request so that a page uses no more than a request should at this rate; a full page could take a minute. */
    synchronized int pageLimit(int segments) {
        double units = capacity.unitsPerRequest();
        if (units <= 0) {
            return MAX_PAGE_ITEMS;
        }
        double items = unitsPerItem == 0 ? units * FIRST_PAGE / segments / FIRST_UNITS_PER_ITEM : units / unitsPerItem;
        return (int) Math.clamp(items, 1, MAX_PAGE_ITEMS);
    }

    synchronized void consumed(double units, int items) {
        if (items > 0) {
            unitsPerItem = Math.max(units / items, 0.0001);
        }
    }
}
