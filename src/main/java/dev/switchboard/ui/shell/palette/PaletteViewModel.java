package dev.switchboard.ui.shell.palette;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the palette that match the query, best match first. The few screens and actions are searched at once; the users are
 * searched by a job, whose answer is dropped if a newer query was typed. What is shown stays until the answer is there.
 */
final class PaletteViewModel {
    private static final Messages TEXT = Messages.of(PaletteViewModel.class);
    private static final int MOST = 50;
    private final RecentEntries recent;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> matches = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty();
    private List<PaletteEntry> entries = List.of();
    private PaletteIndex index = PaletteIndex.EMPTY;
    private @Nullable LatestJobRunner searching;
    private @Nullable PaletteMatches last;
    private @Nullable Runnable waiting;
    private boolean pending;

    /** @param recent the entries that were run last, which come first among equal matches */
    PaletteViewModel(RecentEntries recent) {
        this.recent = recent;
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

    /** Sets the screens and actions and keeps the query. */
    void offer(List<PaletteEntry> few) {
        entries = List.copyOf(few);
        search();
    }

    /**
     * Sets the entries that are searched by a job, and keeps the query.
     *
     * @param slot runs the search
     */
    void offer(PaletteIndex many, LatestJobRunner slot) {
        index = many;
        searching = slot;
        last = null;
        search();
    }

    /** Drops the entries that are searched by a job, because their session is closed. */
    void forgetIndex() {
        LatestJobRunner slot = searching;
        if (slot != null) {
            slot.cancel();
        }
        index = PaletteIndex.EMPTY;
        searching = null;
        last = null;
        pending = false;
        waiting = null;
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
        int at = chosen.get();
        return at >= 0 && at < matches.size() ? matches.get(at) : null;
    }

    /** Does something as soon as the matches are those of the query, so that Enter never runs a match of an earlier one. */
    void whenReady(Runnable what) {
        if (pending) {
            waiting = what;
        } else {
            what.run();
        }
    }

    private void search() {
        String typed = PaletteIndex.normalized(query.get());
        waiting = null;
        LatestJobRunner slot = searching;
        if (slot == null || index.size() == 0) {
            pending = false;
            show(typed, List.of());
            return;
        }
        pending = true;
        PaletteIndex searched = index;
        PaletteMatches narrowed = last != null && last.narrows(searched, typed) ? last : null;
        slot.start(
                TEXT.get("palette.search"),
                progress -> searched.search(typed, narrowed, MOST, progress),
                found -> {
                    last = found;
                    ready(typed, found.best());
                },
                failure -> ready(typed, List.of()));
    }

    private void ready(String typed, List<RankedEntry> users) {
        pending = false;
        show(typed, users);
        Runnable next = waiting;
        waiting = null;
        if (next != null) {
            next.run();
        }
    }

    private void show(String typed, List<RankedEntry> users) {
        Stream<RankedEntry> few = entries.stream()
                .map(entry -> new RankedEntry(entry, PaletteRank.of(PaletteIndex.normalized(entry.title()), typed)))
                .filter(entry -> entry.rank() <= PaletteRank.WORST);
        matches.setAll(Stream.concat(few, users.stream())
                .sorted(Comparator.comparingInt(RankedEntry::rank).thenComparingInt(match -> recent.position(match.entry().title())))
                .limit(MOST)
                .map(RankedEntry::entry)
                .toList());
        chosen.set(0);
    }
}
