package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.TableDetails;

/**
 * Sizes the pages of a scan by the limit of its read capacity. Without a limit, those of a large table with provisioned capacity begin small and
 * are doubled until one is full or throttled: other clients may have to wait until the capacity that a page used is refilled. Shared by the
 * segments of a scan.
 */
public final class ReadRateLimiter {
    private static final int MAX_PAGE_ITEMS = 10_000;
    /** A strongly consistent read of a page of 1 MB, which is the largest, takes 256. */
    private static final double FULL_PAGE = 256;
    private static final double BYTES_PER_UNIT = 4096;
    /** At a limit, a first page has a part of the usual number of items, because they can be much larger than 8 KB. */
    private static final double FIRST_PAGE = 0.25;

    private final CapacityLimiter capacity;
    private double unitsPerItem;
    private double firstUnitsPerItem;
    private double tried;

    /**
     * @param capacity the limit, shared by all segments
     * @param table the table, whose approximate size may be hours old
     */
    public ReadRateLimiter(CapacityLimiter capacity, TableDetails table) {
        this.capacity = capacity;
        double units = table.approximateBytes() / BYTES_PER_UNIT;
        if (table.readCapacity() > 0 && table.readCapacity() < Math.min(units, FULL_PAGE) && table.approximateItems() > 0) {
            tried = table.readCapacity();
            firstUnitsPerItem = units / table.approximateItems();
        }
    }

    /** Returns the number of items to request so that a page uses no more than a request should at this rate; a full page could take a minute. */
    synchronized int pageLimit(int segments) {
        double units = capacity.unitsPerRequest();
        if (units > 0) {
            return limit(unitsPerItem == 0 ? units * FIRST_PAGE / segments : units / unitsPerItem);
        }
        return tried == 0 ? MAX_PAGE_ITEMS : limit(tried / segments / (unitsPerItem == 0 ? firstUnitsPerItem : unitsPerItem));
    }

    private static int limit(double items) {
        return (int) Math.clamp(items, 1, MAX_PAGE_ITEMS);
    }

    synchronized void consumed(double units, int items) {
        if (items > 0) {
            unitsPerItem = Math.max(units / items, 0.0001);
            tried = tried * 2 < FULL_PAGE ? tried * 2 : 0;
        }
    }
}
