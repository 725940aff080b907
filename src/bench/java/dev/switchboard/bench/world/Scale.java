package dev.switchboard.bench.world;

import java.util.List;

/**
 * How much of the full amount of work is done: {@code -Dbench.scale=1} for 1,000,000 items, 100,000 users and conversations of 100,000
 * messages. At least a thousandth, so that three sizes a decade apart make sense.
 */
public record Scale(double factor) {
    /** The factor of a run that takes less than half an hour. */
    public static final double USUAL = 0.02;

    private static final double LEAST = 0.001;
    private static final int LIGHT = 10;

    public Scale {
        if (factor < LEAST || factor > 1) {
            throw new IllegalArgumentException("bench.scale is " + factor + ", not between " + LEAST + " and 1");
        }
    }

    /** Reads {@code bench.scale}, or {@code bench.items}, which is the number of items in place of the full 1,000,000. */
    public static Scale ofProperties() {
        @SuppressWarnings("NullAway") String items = System.getProperty("bench.items", "");
        String scale = System.getProperty("bench.scale", "");
        if (!items.isBlank()) {
            return new Scale(Double.parseDouble(items) / 1_000_000);
        }
        return new Scale(scale.isBlank() ? USUAL : Double.parseDouble(scale));
    }

    /** Three sizes a decade apart, of which the last is this part of a full amount. */
    public List<Long> decades(long full) {
        return decades(full, factor);
    }

    /** Like {@link #decades(long)}, of ten times as large a part, for work that takes little time for each item. */
    public List<Long> moreDecades(long full) {
        return decades(full, Math.min(1, LIGHT * factor));
    }

    private static List<Long> decades(long full, double factor) {
        long largest = Math.round(full * factor);
        return List.of(largest / 100, largest / 10, largest);
    }
}
