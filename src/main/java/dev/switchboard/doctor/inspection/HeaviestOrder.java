package dev.switchboard.doctor.inspection;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Finds the heaviest part of a sequence that does not descend, in time proportional to n log n. */
final class HeaviestOrder {
    private HeaviestOrder() {}

    /**
     * Returns which numbers are in that part.
     *
     * @param numbers the sequence; only the first {@code count} numbers are used
     * @param weight the weight of a number by its position, at least 1
     */
    static boolean[] kept(long[] numbers, int count, IntUnaryOperator weight) {
        long[] ranks = Arrays.copyOf(numbers, count);
        Arrays.sort(ranks);
        // A Fenwick tree of the best end so far among all numbers up to a rank, by position; -1 for none.
        int[] tree = new int[count + 1];
        Arrays.fill(tree, -1);
        long[] total = new long[count];
        int[] before = new int[count];
        int last = -1;
        for (int i = 0; i < count; i++) {
            int rank = upper(ranks, numbers[i]);
            int best = -1;
            for (int at = rank; at > 0; at -= at & -at) {
                if (tree[at] >= 0 && (best < 0 || total[tree[at]] > total[best])) {
                    best = tree[at];
                }
            }
            before[i] = best;
            total[i] = weight.applyAsInt(i) + (best < 0 ? 0 : total[best]);
            for (int at = rank; at <= count; at += at & -at) {
                if (tree[at] < 0 || total[i] > total[tree[at]]) {
                    tree[at] = i;
                }
            }
            if (last < 0 || total[i] > total[last]) {
                last = i;
            }
        }
        boolean[] kept = new boolean[count];
        for (int i = last; i >= 0; i = before[i]) {
            kept[i] = true;
        }
        return kept;
    }

    /** The number of sorted numbers that are not greater. */
    private static int upper(long[] sorted, long number) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
