package dev.switchboard.ui.shell.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The entries of the palette that match the query, best match first. */
final class PaletteViewModel {
    private static final int MOST = 50;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> matches = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty();
    private List<PaletteEntry> entries = List.of();

    PaletteViewModel() {
        query.addListener((observable, old, now) -> search());
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<PaletteEntry> matches() {
        return matches;
    }

    /** The index of the entry that Enter runs. */
    IntegerProperty chosenProperty() {
        return chosen;
    }

    /** Sets the entries and keeps the query. */
    void offer(List<PaletteEntry> all) {
        entries = List.copyOf(all);
        search();
    }

    /** Moves the selection and wraps around at both ends. */
    void move(int by) {
        if (!matches.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + by, matches.size()));
        }
    }

    /** The entry that Enter runs; null if nothing matches. */
    @Nullable
    PaletteEntry entry() {
        int index = chosen.get();
        return index >= 0 && index < matches.size() ? matches.get(index) : null;
    }

    private void search() {
        String typed = query.get().strip().toLowerCase(Locale.ROOT);
        List<PaletteEntry> found = entries.stream()
                .filter(entry -> rank(entry, typed) < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(entry -> rank(entry, typed)))
                .limit(MOST)
                .toList();
        matches.setAll(found);
        chosen.set(0);
    }

    /** The rank of a match, lower is better: prefix, prefix of a word, substring, subsequence. */
    private static int rank(PaletteEntry entry, String typed) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        if (title.startsWith(typed)) {
            return 0;
        }
        if (title.contains(" " + typed) || title.contains("@" + typed)) {
            return 1;
        }
        if (title.contains(typed)) {
            return 2;
        }
        return inOrder(title, typed) ? 3 : Integer.MAX_VALUE;
    }

    private static boolean inOrder(String title, String typed) {
        int from = 0;
        for (int i = 0; i < typed.length(); i++) {
            from = title.indexOf(typed.charAt(i), from) + 1;
            if (from == 0) {
                return false;
            }
        }
        return true;
    }
}
