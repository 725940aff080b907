package dev.switchboard.ui.shell.palette;

import java.util.List;

/**
 * The answer of an index to a query.
 *
 * @param of the index that was searched
 * @param typed the normalized query
 * @param hits the positions of all matches, in order; a longer query matches only among these
 * @param best the matches to show, best first
 */
@SuppressWarnings("ArrayRecordComponent") // the positions of up to 100,000 matches, which nothing compares or changes
record PaletteMatches(PaletteIndex of, String typed, int[] hits, List<RankedEntry> best) {
    boolean narrows(PaletteIndex index, String longer) {
        return of == index && longer.startsWith(typed);
    }
}
