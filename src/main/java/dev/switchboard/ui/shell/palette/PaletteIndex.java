package dev.switchboard.ui.shell.palette;

import dev.switchboard.job.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many entries that are searched by what was typed, such as users. The search keys are normalized once, and an entry is created only
 * for a match that is shown. Immutable; built and searched off the JavaFX thread.
 */
public final class PaletteIndex {
    /** An index without entries. */
    public static final PaletteIndex EMPTY = new PaletteIndex(List.of(), number -> {
        throw new IndexOutOfBoundsException(number);
    });

    private static final int CHECK_EACH = 4096;
    private final String[] keys;
    private final IntFunction<PaletteEntry> entries;

    /**
     * Normalizes the keys.
     *
     * @param titles what is searched, in the order of equal matches
     * @param entries creates the entry of a title, by its position
     */
    public PaletteIndex(List<String> titles, IntFunction<PaletteEntry> entries) {
        keys = titles.stream().map(PaletteIndex::normalized).toArray(String[]::new);
        this.entries = entries;
    }

    /** The form in which titles and queries are compared. */
    static String normalized(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    int size() {
        return keys.length;
    }

    /**
     * Searches for the best matches.
     *
     * @param typed the normalized query
     * @param narrowed the hits of a query that this one continues, of this index; null to search all
     * @param most the number of matches to return at most
     * @throws dev.switchboard.failure.OperationCancelledException if a newer search was started
     */
    PaletteMatches search(String typed, @Nullable PaletteMatches narrowed, int most, Progress progress) {
        int[] among = narrowed == null ? IntStream.range(0, keys.length).toArray() : narrowed.hits();
        int[] hits = new int[among.length];
        int[][] best = new int[PaletteRank.WORST + 1][most];
        int[] counts = new int[best.length];
        int found = 0;
        for (int i = 0; i < among.length; i++) {
            if (i % CHECK_EACH == 0) {
                progress.stopIfCancelled();
            }
            int rank = PaletteRank.of(keys[among[i]], typed);
            if (rank <= PaletteRank.WORST) {
                hits[found++] = among[i];
                if (counts[rank] < most) {
                    best[rank][counts[rank]++] = among[i];
                }
            }
        }
        return new PaletteMatches(this, typed, Arrays.copyOf(hits, found), first(best, counts, most));
    }

    private List<RankedEntry> first(int[][] best, int[] counts, int most) {
        return IntStream.range(0, best.length)
                .boxed()
                .flatMap(rank -> Arrays.stream(best[rank], 0, counts[rank]).mapToObj(hit -> new RankedEntry(entries.apply(hit), rank)))
                .limit(most)
                .toList();
    }
}
