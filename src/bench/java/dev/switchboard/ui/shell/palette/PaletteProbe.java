package dev.switchboard.ui.shell.palette;

import dev.switchboard.job.Progress;
import org.jspecify.annotations.Nullable;

/** Searches an index of the palette key by key, as the view model does. */
public final class PaletteProbe {
    private static final int MOST = 50;

    private PaletteProbe() {}

    /** Types a text; returns the nanoseconds that the search took after each key. */
    public static long[] type(PaletteIndex index, String text) {
        long[] nanos = new long[text.length()];
        @Nullable PaletteMatches last = null;
        for (int length = 1; length <= text.length(); length++) {
            String typed = PaletteIndex.normalized(text.substring(0, length));
            long started = System.nanoTime();
            last = index.search(typed, last != null && last.narrows(index, typed) ? last : null, MOST, Progress.NONE);
            nanos[length - 1] = System.nanoTime() - started;
        }
        return nanos;
    }
}
