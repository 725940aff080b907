package dev.switchboard.ui.conversations;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failure;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.SetupOffer;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.users.User;
import dev.switchboard.users.UserDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The users in PostgreSQL whose conversations can be shown, with a filter. */
public final class ConversationUsersViewModel {
    private static final Messages TEXT = Messages.of(ConversationUsersViewModel.class);
    private final UserDirectory directory;
    private final LatestJobRunner slot;
    private final LatestJobRunner problemSlot;
    private final Runnable openDatabase;
    private final @Nullable SetupOffer setup;
    private final ObservableList<User> all = FXCollections.observableArrayList();
    private final FilteredList<User> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final SelectedRow<User> chosen = new SelectedRow<>();
    private final ObservableMap<String, String> counts = FXCollections.observableHashMap();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final ReadOnlyObjectWrapper<ViewState> screenState = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final AsOf asOf = new AsOf();
    private @Nullable String wanted;

    /** @param openDatabase opens the screen that sets up the database */
    public ConversationUsersViewModel(UserDirectory directory, UiJobs jobs, Runnable openDatabase) {
        this(directory, jobs, openDatabase, null);
    }

    /**
     * Likewise, with a setup to offer.
     *
     * @param setup offers to set up what is missing; null where that is not offered
     */
    public ConversationUsersViewModel(UserDirectory directory, UiJobs jobs, Runnable openDatabase, @Nullable SetupOffer setup) {
        this.directory = directory;
        this.slot = jobs.slot();
        this.problemSlot = jobs.slot();
        this.openDatabase = openDatabase;
        this.setup = setup;
        filter.addListener((observable, old, now) -> chosen.whileReplacing(this::applyFilter));
    }

    /** Reloads the users and keeps the selected one if it still exists. */
    public void load() {
        problemSlot.cancel();
        if (all.isEmpty()) {
            screenState.set(new ViewState.Loading(TEXT.get("users.loading")));
        }
        asOf.begins();
        slot.start(TEXT.get("users.job"), progress -> read(), this::arrived, failure -> {
            forget();
            failed(failure);
        });
    }

    /** Returns empty where the database does not exist and nothing else explains that. */
    private Optional<List<User>> read() {
        try {
            return Optional.of(directory.all());
        } catch (Failure e) {
            if (setup == null && PostgresFailureExplainer.isNoDatabase(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void arrived(Optional<List<User>> users) {
        if (users.isPresent()) {
            loaded(users.get());
            return;
        }
        forget();
        screenState.set(new ViewState.Empty("fth-database", TEXT.get("users.no-database"), TEXT.get("users.no-database.text"),
                new ViewState.Action(TEXT.get("users.none.action"), openDatabase), this::load));
    }

    private void forget() {
        asOf.clear();
        chosen.whileReplacing(all::clear);
        chosen.set(null);
    }

    private void failed(Explanation failure) {
        if (setup == null) {
            screenState.set(new ViewState.LoadFailure(failure, this::load));
        } else {
            setup.explain(problemSlot, failure, this::load, screenState::set);
        }
    }

    private void loaded(List<User> users) {
        User before = chosen.get();
        asOf.arrived();
        chosen.whileReplacing(() -> {
            all.setAll(users);
            applyFilter();
        });
        String handle = wanted;
        if (handle != null) {
            choose(handle);
        } else if (before != null) {
            chosen.set(users.stream().filter(user -> isSame(user, before)).findFirst().orElse(null));
        }
    }

    private static boolean isSame(User user, User before) {
        return user.uuid().isEmpty() ? user.equals(before) : user.uuid().equals(before.uuid());
    }

    private void applyFilter() {
        String needle = needle(Objects.requireNonNullElse(filter.get(), ""));
        shown.setPredicate(needle.isEmpty() ? null : user -> matches(user, needle));
        if (all.isEmpty()) {
            screenState.set(SetupOffer.empty(setup, "fth-users", TEXT.get("users.none"), TEXT.get("users.none.text"),
                    new ViewState.Action(TEXT.get("users.none.action"), openDatabase), this::load));
            return;
        }
        screenState.set(ViewState.CONTENT);
        if (shown.isEmpty()) {
            state.set(new ViewState.Empty("fth-search", TEXT.get("users.no-match"), TEXT.get("users.no-match.text", filter.get()),
                    new ViewState.Action(TEXT.get("users.no-match.action"), () -> filter.set(""))));
        } else {
            state.set(ViewState.CONTENT);
        }
    }

    static String needle(String typed) {
        return User.bareHandle(typed).toLowerCase(Locale.ROOT);
    }

    static boolean matches(User user, String needle) {
        return user.handle().toLowerCase(Locale.ROOT).contains(needle) || user.displayName().toLowerCase(Locale.ROOT).contains(needle);
    }

    /** Selects the user with a handle, now or after the users are loaded; a leading @ is ignored. */
    public void choose(String handle) {
        Optional<User> user = byHandle(handle);
        wanted = user.isPresent() ? null : handle;
        user.ifPresent(found -> {
            if (!shown.contains(found)) {
                filter.set("");
            }
            chosen.set(found);
        });
    }

    /** The loaded user with a handle. Handles are case-sensitive. */
    public Optional<User> byHandle(String handle) {
        String bare = User.bareHandle(handle);
        return all.stream().filter(user -> !bare.isEmpty() && user.handle().equals(bare)).findFirst();
    }

    /** Stores the number of conversations of a user: “12”, or “20+” if more are available. */
    void count(User user, int groups, boolean more) {
        counts.put(user.uuid(), TEXT.get(more ? "users.count-more" : "users.count", groups));
    }

    /** Forgets how many conversations users have, because that may have changed. */
    void uncount(Set<String> userUuids) {
        counts.keySet().removeAll(userUuids);
    }

    /** When the users were read. */
    AsOf asOf() {
        return asOf;
    }

    /** All users, in the order of the directory. */
    public ObservableList<User> all() {
        return all;
    }

    /** The entries that match the filter. */
    public ObservableList<User> shown() {
        return shown;
    }

    /** The filter: a part of a handle or a name. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The selected user, which stays selected while the filter hides it. */
    public SelectedRow<User> chosen() {
        return chosen;
    }

    /** Cancels loading. */
    void stop() {
        slot.cancel();
        problemSlot.cancel();
    }

    /** The number of conversations by user UUID, for users whose conversations were loaded. */
    public ObservableMap<String, String> counts() {
        return counts;
    }

    /** The state of the whole screen, which is empty without users. */
    public ReadOnlyObjectProperty<ViewState> screenStateProperty() {
        return screenState.getReadOnlyProperty();
    }

    /** The state of the list, which is empty if no user matches the filter. */
    public ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
