package dev.switchboard.ui.users;

import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.SetupOffer;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.users.SyncResult;
import dev.switchboard.users.User;
import dev.switchboard.users.UserComparison;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** Users in Postgres, at first alone, then compared with the pool, then synced with it. */
final class UsersViewModel {
    private static final Messages TEXT = Messages.of(UsersViewModel.class);
    private final UiContext context;
    private final BiPredicate<String, UserComparison> agree;
    private final LatestJobRunner reading;
    private final LatestJobRunner syncing;
    private final LatestJobRunner explaining;
    private final @Nullable SetupOffer setup;
    private final BooleanBinding running;
    private final ObjectBinding<@Nullable JobViewModel> job;
    private final ObservableList<UserRow> rows = FXCollections.observableArrayList();
    private final FilteredList<UserRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable UserState> only = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Map<UserState, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable UserComparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final ReadOnlyObjectWrapper<@Nullable Note> note = new ReadOnlyObjectWrapper<>();
    private final AsOf asOf = new AsOf();
    private final Set<String> ownChanges = new HashSet<>();
    private Consumer<Runnable> replacing = Runnable::run;
    private boolean loaded;

    /**
     * What is to be said above the list.
     *
     * @param detail technical text for copying, null where there is none
     * @param level how it went
     */
    record Note(String text, @Nullable String detail, Level level) {
        /** How what a note says went. */
        enum Level {
            DONE,
            WARNING,
            FAILED
        }

        /** Whether it went wrong. */
        boolean bad() {
            return level == Level.FAILED;
        }

        static Note of(Explanation explanation) {
            String remedy = explanation.remedy();
            String text = remedy == null ? explanation.sentence() : explanation.sentence() + " " + remedy;
            return new Note(text, explanation.detail(), Level.FAILED);
        }
    }

    /** What a reading brought; the comparison is null where only Postgres was read. */
    private record UserListing(List<UserRow> rows, @Nullable UserComparison comparison) {}

    /** @param agree shows what a sync will change, first as the action's name, and says whether to do it */
    UsersViewModel(UiContext context, BiPredicate<String, UserComparison> agree) {
        this.context = context;
        this.agree = agree;
        reading = context.jobs().slot();
        syncing = context.jobs().slot();
        explaining = context.jobs().slot();
        setup = SetupOffer.of(context);
        running = reading.runningProperty().or(syncing.runningProperty());
        job = Bindings.createObjectBinding(this::newestJob, reading.jobProperty(), syncing.jobProperty());
        filter.addListener(observable -> applyFilter());
        only.addListener(observable -> applyFilter());
    }

    private @Nullable JobViewModel newestJob() {
        @Nullable JobViewModel sync = syncing.jobProperty().get();
        return sync == null ? reading.jobProperty().get() : sync;
    }

    /** Sets what replaces the rows that are shown, such as to keep what is chosen among them. */
    void onReplace(Consumer<Runnable> action) {
        replacing = action;
    }

    private void applyFilter() {
        String text = User.bareHandle(filter.get()).toLowerCase(Locale.ROOT);
        UserState state = only.get();
        replacing.accept(() -> shown.setPredicate(
                text.isEmpty() && state == null ? null : row -> (state == null || row.state() == state) && row.contains(text)));
    }

    /** Reads Postgres; a comparison that was made is made again. */
    void refresh() {
        explaining.cancel();
        if (comparison.get() != null) {
            compare();
            return;
        }
        if (!loaded && rows.isEmpty()) {
            state.set(new ViewState.Loading(TEXT.get("loading")));
        }
        asOf.begins();
        reading.start(TEXT.get("job.users"), progress -> readUsers(), this::show, this::failed);
    }

    /**
     * Reads Postgres again because it may have changed. A comparison made before is no longer true, and reading the whole pool is left to
     * the operator; a sync that was made here is followed by a comparison of its own.
     */
    void changed(Set<DataChange> changes) {
        if (changes.stream().allMatch(change -> ownChanges.contains(change.change()))) {
            return;
        }
        Note said = note.get();
        if (said == null || !said.bad()) {
            note.set(comparison.get() == null ? null : new Note(TEXT.get("note.changed"), null, Note.Level.WARNING));
        }
        comparison.set(null);
        loaded = false;
        refresh();
    }

    private UserListing readUsers() {
        return new UserListing(UserRows.of(context.session().users().all()), null);
    }

    /** Reads every page of the pool and compares. */
    void compare() {
        if (!syncing.runningProperty().get()) {
            note.set(null);
        }
        asOf.begins();
        reading.start(TEXT.get("job.compare"), this::readBoth, this::show, this::failed);
    }

    private UserListing readBoth(Progress progress) {
        UserComparison compared = context.session().userSync().compare(progress);
        List<User> users = context.session().users().all();
        return new UserListing(UserRows.of(users, compared), compared);
    }

    private void show(UserListing read) {
        loaded = true;
        asOf.arrived();
        Map<UserState, Integer> counted = new EnumMap<>(UserState.class);
        read.rows().forEach(row -> counted.merge(row.state(), 1, Integer::sum));
        UserState chosen = only.get();
        if (chosen != null && !counted.containsKey(chosen)) {
            only.set(null);
        }
        replacing.accept(() -> rows.setAll(read.rows()));
        comparison.set(read.comparison());
        counts.set(counted);
        state.set(rows.isEmpty() ? empty() : ViewState.CONTENT);
    }

    private ViewState empty() {
        ViewState.Action action = new ViewState.Action(TEXT.get("empty.action"), () -> context.navigator().open("database"));
        return SetupOffer.empty(setup, "fth-users", TEXT.get("empty.title"), TEXT.get("empty.text"), action, this::refresh);
    }

    private void failed(Explanation explanation) {
        if (loaded) {
            note.set(Note.of(explanation));
        } else {
            asOf.clear();
            rows.clear();
            counts.set(Map.of());
            unread(explanation);
        }
    }

    private void unread(Explanation explanation) {
        if (setup == null) {
            state.set(new ViewState.LoadFailure(explanation, this::refresh));
        } else {
            setup.explain(explaining, explanation, this::refresh, state::set);
        }
    }

    /** Stops the reading that is under way; what is shown stays. A sync is asked to stop, and says itself what it has written. */
    void stop() {
        if (syncing.runningProperty().get()) {
            note.set(new Note(TEXT.get("note.stopping"), null, Note.Level.DONE));
            syncing.stop();
        } else if (reading.runningProperty().get()) {
            reading.cancel();
            note.set(new Note(TEXT.get("note.stopped"), null, Note.Level.DONE));
            if (!loaded) {
                state.set(empty());
            }
        }
    }

    /** How many users a sync would change now. */
    int changes() {
        UserComparison now = comparison.get();
        return now == null ? 0 : now.toApply().size();
    }

    /** Shows what will change, and after a yes changes it in one transaction. */
    void sync() {
        UserComparison now = comparison.get();
        if (now == null || changes() == 0 || syncing.runningProperty().get() || !agree.test(TEXT.get("sync.action", changes()), now)) {
            return;
        }
        note.set(null);
        syncing.start(TEXT.get("job.sync"), progress -> context.session().userSync().apply(now, progress), this::synced, this::failed);
    }

    private void synced(SyncResult result) {
        compare();
        String change = result.change();
        if (change == null) {
            note.set(new Note(result.sentence(), null, Note.Level.DONE));
        } else {
            // Said once, where it can be undone.
            note.set(null);
            ownChanges.add(change);
            new UndoHandler(context).offer(result.sentence(), change, this::refresh);
        }
    }

    /** Takes away what is said above the list. */
    void dismissNote() {
        note.set(null);
    }

    /** Goes to a user's conversations. */
    void openConversations(UserRow row) {
        if (!row.handle().isEmpty()) {
            context.navigator().open("conversations", Map.of("user", row.handle()));
        }
    }

    /** Stops what only reads. A sync goes on, and its answer is told. */
    void close() {
        reading.cancel();
        explaining.cancel();
    }

    /** When the users were read. */
    AsOf asOf() {
        return asOf;
    }

    ObservableList<UserRow> rows() {
        return rows;
    }

    /** The rows that filter and chip let through. */
    FilteredList<UserRow> shown() {
        return shown;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** The only state that is shown, null for all. */
    ObjectProperty<@Nullable UserState> onlyProperty() {
        return only;
    }

    /** How many rows there are of each state; states without rows are left out. */
    ReadOnlyObjectProperty<Map<UserState, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** The last comparison, null before the first. */
    ReadOnlyObjectProperty<@Nullable UserComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Note> noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Whether something is read or synced. */
    BooleanBinding runningProperty() {
        return running;
    }

    /** The state of the job that is running, or null. */
    ObservableValue<@Nullable JobViewModel> jobProperty() {
        return job;
    }
}
