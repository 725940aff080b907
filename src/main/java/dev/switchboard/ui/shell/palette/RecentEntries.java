package dev.switchboard.ui.shell.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The titles of the entries that were run last, most recent first; they survive a restart. */
public final class RecentEntries {
    /** How many titles are kept. */
    static final int KEPT = 12;

    private final Supplier<@Nullable String> kept;
    private final Consumer<String> keep;

    /**
     * @param kept returns what was kept last; null for nothing
     * @param keep keeps the titles, one in a line
     */
    public RecentEntries(Supplier<@Nullable String> kept, Consumer<String> keep) {
        this.kept = kept;
        this.keep = keep;
    }

    /** Returns how recently an entry was run: 0 for the last one, {@value #KEPT} if it was not. */
    int position(String title) {
        int at = titles().indexOf(title);
        return at < 0 ? KEPT : at;
    }

    /** The entry was run. */
    void ran(String title) {
        List<String> titles = new ArrayList<>(titles());
        titles.remove(title);
        titles.addFirst(title);
        keep.accept(String.join("\n", titles.subList(0, Math.min(KEPT, titles.size()))));
    }

    private List<String> titles() {
        @Nullable String lines = kept.get();
        return lines == null ? List.of() : List.of(lines.split("\n", -1));
    }
}
