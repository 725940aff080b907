package dev.switchboard.ui.conversations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Combines a first page that is read again with the rows that earlier pages brought, so that a reload does not forget them. */
final class FirstPageMerger {
    private FirstPageMerger() {}

    /**
     * Returns the rows behind the page that remain, in their order; empty if the page is all there is, or if rows between the page and
     * them may be missing.
     *
     * @param shown the rows shown so far, newest first
     * @param page the first page, newest first
     * @param more whether more rows follow the page
     * @param id what identifies a row whose content has changed
     */
    static <R> List<R> remaining(List<R> shown, List<R> page, boolean more, Function<R, String> id) {
        if (!more || page.isEmpty()) {
            return List.of();
        }
        Set<String> read = page.stream().map(id).collect(Collectors.toSet());
        // A row that has moved says nothing about its neighbors.
        Set<R> unchanged = new HashSet<>(page);
        int last = -1;
        for (int i = 0; i < shown.size(); i++) {
            if (unchanged.contains(shown.get(i))) {
                last = i;
            }
        }
        if (last < 0) {
            return List.of();
        }
        // A row before the last one of the page that the page lacks is gone.
        List<R> behind = new ArrayList<>(shown.subList(last + 1, shown.size()));
        behind.removeIf(row -> read.contains(id.apply(row)));
        return behind;
    }
}
