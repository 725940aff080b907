package dev.switchboard.explorer.compare;

import dev.switchboard.dynamodb.item.ItemDigest;
import java.util.ArrayList;
import java.util.List;

/** Digests of the items of a table by ranges of the hashes of their keys, in the same memory for any number of items. Thread-safe. */
final class RangeDigests {
    /** The number of ranges. */
    static final int RANGES = 4096;

    private static final int SHIFT = Long.SIZE - 12;
    private final long[] items = new long[RANGES];
    private final long[] sum1 = new long[RANGES];
    private final long[] sum2 = new long[RANGES];

    /** The range of an item. */
    static int range(ItemDigest digest) {
        return (int) (digest.key1() >>> SHIFT);
    }

    synchronized void add(ItemDigest digest) {
        int range = range(digest);
        items[range]++;
        sum1[range] += digest.content1();
        sum2[range] += digest.content2();
    }

    synchronized long items() {
        long all = 0;
        for (long count : items) {
            all += count;
        }
        return all;
    }

    synchronized long items(int range) {
        return items[range];
    }

    /** Returns the ranges in which the items differ. */
    synchronized List<Integer> differing(RangeDigests other) {
        List<Integer> ranges = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            if (items[range] != other.items[range] || sum1[range] != other.sum1[range] || sum2[range] != other.sum2[range]) {
                ranges.add(range);
            }
        }
        return ranges;
    }
}
