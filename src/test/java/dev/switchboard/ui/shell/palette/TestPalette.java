package dev.switchboard.ui.shell.palette;

import java.util.concurrent.atomic.AtomicReference;

/** What a palette needs that no window surrounds. */
final class TestPalette {
    private TestPalette() {}

    /** Recent entries that are kept in memory. */
    static RecentEntries recent() {
        AtomicReference<String> kept = new AtomicReference<>();
        return new RecentEntries(kept::get, kept::set);
    }
}
