package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.StoredTime;
import dev.switchboard.conversations.TimeAnomaly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the order of the sort keys of one partition with the order in time. The findings are the fewest items without which the others are
 * in order; between as few, those whose time is not written as usual. Takes memory only for a partition that is exact.
 *
 * @param <T> what stands for an item
 */
final class PartitionOrder<T> {
    private static final int MOST = 500_000;
    // Three items of another form are out of place rather than one of the usual form.
    private static final int USUAL_WEIGHT = 4;
    private final boolean exact;
    private final List<T> items = new ArrayList<>();
    private long[] times = new long[16];
    private final List<Boolean> usual = new ArrayList<>();
    private @Nullable Instant latest;
    private boolean differs;

    /** @param exact whether the items are determined; otherwise only whether there are any */
    PartitionOrder(boolean exact) {
        this.exact = exact;
    }

    /** Takes the next item in the byte order of the sort keys; one whose time cannot be read has no place. */
    void add(StoredTime time, T item) {
        @Nullable Instant instant = time.instant();
        if (instant == null) {
            return;
        }
        differs |= latest != null && instant.isBefore(latest);
        latest = latest == null || instant.isAfter(latest) ? instant : latest;
        if (exact && items.size() < MOST) {
            if (items.size() == times.length) {
                times = java.util.Arrays.copyOf(times, times.length * 2);
            }
            times[items.size()] = Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
            items.add(item);
            usual.add(time.anomalies().isEmpty() || time.anomalies().equals(Set.of(TimeAnomaly.NO_FRACTION)));
        }
    }

    /** Whether the orders differ. */
    boolean differs() {
        return differs;
    }

    /** Passes the items that are out of place. */
    void misplaced(Consumer<T> consumer) {
        if (!differs) {
            return;
        }
        boolean[] kept = HeaviestOrder.kept(times, items.size(), i -> usual.get(i) ? USUAL_WEIGHT : 1);
        for (int i = 0; i < items.size(); i++) {
            if (!kept[i]) {
                consumer.accept(items.get(i));
            }
        }
    }
}
