package dev.switchboard.ui.activity;

import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.ComparisonResult;
import dev.switchboard.journal.Entry;
import dev.switchboard.journal.JournalPage;
import dev.switchboard.session.ChangeHistory;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The changes in the journal, newest first, and the selected one in detail, compared with the current data. */
final class ChangesViewModel {
    private static final Messages TEXT = Messages.of(ChangesViewModel.class);
    private static final int MOST = 500;
    private static final int MOST_ROWS = 100;
    private final UiContext context;
    private final ChangeHistory changes;
    private final UndoHandler undoing;
    private final LatestJobRunner reading;
    private final LatestJobRunner loadingData;
    private final LatestJobRunner comparing;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final FilteredList<Entry> shown = new FilteredList<>(entries);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper sums = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final ReadOnlyObjectWrapper<@Nullable Entry> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper rows = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper now = new ReadOnlyStringWrapper("");
    private final AsOf asOf = new AsOf();
    private @Nullable JournalPage listing;

    ChangesViewModel(UiContext context) {
        this.context = context;
        changes = context.session().changes();
        undoing = new UndoHandler(context);
        reading = context.jobs().slot();
        loadingData = context.jobs().slot();
        comparing = context.jobs().slot();
        filter.addListener((observable, old, words) -> narrow());
    }

    /** Loads the journal. */
    void refresh() {
        if (listing == null) {
            state.set(new ViewState.Loading(TEXT.get("changes.reading")));
        }
        asOf.begins();
        reading.start(
                TEXT.get("changes.reading"),
                progress -> changes.list(MOST),
                this::show,
                failure -> state.set(new ViewState.LoadFailure(failure, this::refresh)));
    }

    private void show(JournalPage read) {
        listing = read;
        asOf.arrived();
        Entry former = chosen.get();
        if (!entries.equals(read.entries())) {
            entries.setAll(read.entries());
        }
        narrow();
        // After an undo or a recorded outcome, the same change is another record.
        Entry present = former == null ? null : entries.stream().filter(entry -> entry.id().equals(former.id())).findFirst().orElse(null);
        if (present != null && present.equals(former)) {
            // Its data is what it was; what it was compared with may not be.
            comparing.cancel();
            now.set("");
        } else {
            choose(present);
        }
    }

    private void narrow() {
        String[] words = filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        shown.setPredicate(entry -> holds(entry, words));
        JournalPage read = listing;
        if (read == null) {
            return;
        }
        String more = read.more() ? " " + TEXT.get("changes.more") : "";
        String cut = read.unreadable() > 0 ? " · " + TEXT.get("changes.unreadable", read.unreadable()) : "";
        sums.set(TEXT.get("changes.sums", shown.size()) + more + cut);
        if (entries.isEmpty()) {
            state.set(new ViewState.Empty("fth-edit-3", TEXT.get("changes.empty.title"), TEXT.get("changes.empty.text"), null));
        } else if (shown.isEmpty()) {
            ViewState.Action all = new ViewState.Action(TEXT.get("none.action"), () -> filter.set(""));
            state.set(
                    new ViewState.Empty("fth-filter", TEXT.get("changes.none.title"), TEXT.get("changes.none.text", entries.size()), all));
        } else {
            state.set(ViewState.CONTENT);
        }
    }

    private static boolean holds(Entry entry, String[] words) {
        String text = String.join(" ", entry.id(), entry.intent().operation(), entry.intent().what(), entry.where().summary(),
                entry.who().summary(), entry.outcome().state().code(), entry.outcome().sentence(), entry.integrity().state().code())
                .toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Shows one change in detail, or none. A change without a recorded outcome is compared with the current data at once. */
    void choose(@Nullable Entry entry) {
        loadingData.cancel();
        comparing.cancel();
        chosen.set(entry);
        rows.set("");
        now.set("");
        if (entry == null) {
            return;
        }
        loadingData.start(
                TEXT.get("changes.rows-job"),
                progress -> changes.rows(entry.id(), MOST_ROWS),
                read -> rows.set(ChangeFormatter.rows(read)),
                failure -> rows.set(failure.sentence()));
        if (entry.isOpen() && !entry.integrity().isDamaged()) {
            compare();
        }
    }

    /** Compares the selected change with the current data. */
    void compare() {
        Entry entry = chosen.get();
        if (entry == null) {
            return;
        }
        now.set(TEXT.get("changes.comparing"));
        comparing.start(TEXT.get("changes.compare-job"), progress -> said(entry, progress), now::set, this::notCompared);
    }

    private String said(Entry entry, Progress progress) {
        @Nullable ComparisonResult verdict = changes.compare(entry, progress);
        return verdict == null ? TEXT.get("changes.no-rows") : verdict.summary();
    }

    private void notCompared(Explanation failure) {
        now.set(failure.sentence());
    }

    /** Undoes the selected change after confirmation. */
    void undo() {
        Entry entry = chosen.get();
        if (entry != null) {
            undoing.undo(entry.id(), this::refresh);
        }
    }

    /** Why the selected change cannot be undone now; empty if it can. */
    String disabledReason() {
        Entry entry = chosen.get();
        if (entry == null) {
            return TEXT.get("changes.choose");
        }
        @Nullable String disabledReason = entry.noUndoReason();
        if (disabledReason != null) {
            return disabledReason;
        }
        return context.lock().openProperty().get() ? "" : TEXT.get("changes.locked", context.lock().environment().code());
    }

    /** Cancels all jobs. */
    void close() {
        reading.cancel();
        loadingData.cancel();
        comparing.cancel();
    }

    /** When the journal was read. */
    AsOf asOf() {
        return asOf;
    }

    /** The changes that match the filter, newest first. */
    FilteredList<Entry> shown() {
        return shown;
    }

    /** Words, all of which must occur in a change. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The number of changes shown and what is not included. */
    ReadOnlyStringProperty sumsProperty() {
        return sums.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The change shown in detail, or null. */
    ReadOnlyObjectProperty<@Nullable Entry> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Its data before and after, as text. */
    ReadOnlyStringProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The result of the comparison with the current data; empty before a comparison. */
    ReadOnlyStringProperty nowProperty() {
        return now.getReadOnlyProperty();
    }
}
