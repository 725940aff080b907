package dev.switchboard.ui.seeding;

import dev.switchboard.conversations.Participant;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Work;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.seeding.SeedResult;
import dev.switchboard.seeding.Seeder;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.SetupOffer;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.users.User;
import dev.switchboard.users.UserDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Seeding a conversation: the options, the resulting plan, and its execution. */
public final class SeedingViewModel {
    private static final Messages TEXT = Messages.of(SeedingViewModel.class);
    private final UserDirectory directory;
    private final Seeder seeder;
    private final MissingTableDetector problems;
    private final Runnable openDatabase;
    private final LatestJobRunner reading;
    private final LatestJobRunner scripting;
    private final LatestJobRunner planning;
    private final LatestJobRunner running;
    private final LatestJobRunner problemSlot;
    private final LatestJobRunner explaining;
    private final @Nullable SetupOffer setup;
    private final StartTimeViewModel start;
    private final ObservableList<User> users = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable User> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable User> to = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable SeedConversation> script = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> scriptProblem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SeedPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SeedResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(new ViewState.Loading(TEXT.get("users.loading")));
    private final AsOf asOfUsers = new AsOf();
    private final AsOf asOfPlan = new AsOf();
    private @Nullable String wanted;

    /** @param openDatabase opens the screen that sets up the database */
    public SeedingViewModel(UserDirectory directory, Seeder seeder, MissingTableDetector problems, UiJobs jobs,
            ObservableValue<ZoneId> zone, LocalDate today, Runnable openDatabase) {
        this.directory = directory;
        this.seeder = seeder;
        this.problems = problems;
        this.openDatabase = openDatabase;
        reading = jobs.slot();
        scripting = jobs.slot();
        planning = jobs.slot();
        running = jobs.slot();
        problemSlot = problems.slot();
        explaining = jobs.slot();
        setup = problems.setup();
        start = new StartTimeViewModel(zone, today, this::optionsChanged);
        from.addListener((observable, old, now) -> optionsChanged());
        to.addListener((observable, old, now) -> optionsChanged());
    }

    /** Loads the users and, the first time, the built-in conversation. */
    public void load() {
        explaining.cancel();
        if (script.get() == null) {
            useBundled();
        }
        if (users.isEmpty()) {
            state.set(new ViewState.Loading(TEXT.get("users.loading")));
        }
        asOfUsers.begins();
        reading.start(TEXT.get("users.job"), progress -> directory.all().stream().filter(User::identified).toList(), this::loaded,
                failed -> {
                    asOfUsers.clear();
                    users.clear();
                    from.set(null);
                    to.set(null);
                    unread(failed);
                });
    }

    private void unread(Explanation failure) {
        if (setup == null) {
            state.set(new ViewState.LoadFailure(failure, this::load));
        } else {
            setup.explain(explaining, failure, this::load, state::set);
        }
    }

    private void loaded(List<User> all) {
        User first = from.get();
        User second = to.get();
        users.setAll(all);
        asOfUsers.arrived();
        if (all.size() < 2) {
            from.set(null);
            to.set(null);
            state.set(SetupOffer.empty(setup, "fth-users", TEXT.get("users.too-few"), TEXT.get("users.too-few.text"),
                    new ViewState.Action(TEXT.get("users.too-few.action"), openDatabase), this::load));
            return;
        }
        from.set(byHandle(wanted).or(() -> again(first)).orElse(all.get(0)));
        to.set(again(second).filter(user -> !user.equals(from.get())).orElse(other(all)));
        wanted = null;
        if (plan.get() == null && !planning.runningProperty().get()) {
            askForPreview();
        }
    }

    private Optional<User> again(@Nullable User before) {
        return users.stream().filter(user -> before != null && user.uuid().equals(before.uuid())).findFirst();
    }

    private Optional<User> byHandle(@Nullable String handle) {
        return users.stream().filter(user -> user.handle().equals(handle)).findFirst();
    }

    private User other(List<User> all) {
        return all.get(0).equals(from.get()) ? all.get(1) : all.get(0);
    }

    /** Selects the first participant, now or after the users are loaded. */
    public void choose(String handle) {
        wanted = handle;
        byHandle(handle).ifPresent(user -> {
            if (user.equals(to.get())) {
                swap();
            } else {
                from.set(user);
            }
            wanted = null;
        });
    }

    /** Swaps the participants. */
    public void swap() {
        User first = from.get();
        from.set(to.get());
        to.set(first);
    }

    /** Selects the built-in conversation. */
    public void useBundled() {
        read(progress -> SeedConversation.bundled());
    }

    /** Selects the conversation of a file. If the file is invalid, the previous conversation stays selected. */
    public void useFile(Path file) {
        read(progress -> SeedConversation.of(file));
    }

    private void read(Work<SeedConversation> work) {
        scriptProblem.set(null);
        scripting.start(TEXT.get("script.job"), work, taken -> {
            script.set(taken);
            optionsChanged();
        }, scriptProblem::set);
    }

    /** What was prepared or written with other options no longer belongs to those that are chosen. */
    private void optionsChanged() {
        result.set(null);
        failure.set(null);
        discardPlan();
    }

    /** Discards the plan, because it may not be what a run would do now. A new one reads the table, so it waits to be asked for. */
    void discardPlan() {
        planning.cancel();
        problemSlot.cancel();
        plan.set(null);
        asOfPlan.clear();
        askForPreview();
    }

    private void askForPreview() {
        if (users.size() < 2) {
            return;
        }
        state.set(start.problemProperty().get().isEmpty()
                ? new ViewState.Empty("fth-eye", TEXT.get("plan.none"), TEXT.get("plan.none.text"),
                        new ViewState.Action(TEXT.get("plan.action"), this::preview))
                : new ViewState.Empty("fth-clock", TEXT.get("plan.no-start"), start.problemProperty().get(), null));
    }

    /** Whether the options are complete, so that they can be previewed. */
    public boolean canPreview() {
        return from.get() != null && to.get() != null && script.get() != null && start.problemProperty().get().isEmpty();
    }

    /** Prepares the plan; reads what it would replace. */
    public void preview() {
        discardPlan();
        User one = from.get();
        User two = to.get();
        SeedConversation what = script.get();
        if (one == null || two == null || what == null || !canPreview()) {
            return;
        }
        Instant at = start.instant();
        state.set(new ViewState.Loading(TEXT.get("plan.loading")));
        asOfPlan.begins();
        planning.start(
                TEXT.get("plan.job"),
                progress -> seeder.plan(Participant.of(one), Participant.of(two), what.lines(), at, what.name()),
                planned -> {
                    asOfPlan.arrived();
                    plan.set(planned);
                    state.set(ViewState.CONTENT);
                },
                failed -> problems.explain(problemSlot, failed, this::preview, state::set));
    }

    /** A seed that was undone is no longer there. */
    void undone(String change) {
        SeedResult last = result.get();
        if (last != null && last.change().equals(change)) {
            result.set(null);
        }
    }

    /** The oldest time at which the users or what the plan replaces were read. */
    ObservableValue<@Nullable Instant> asOf() {
        return AsOf.oldest(asOfUsers, asOfPlan);
    }

    /** Executes the plan. */
    public void run() {
        SeedPlan what = plan.get();
        if (what == null || running.runningProperty().get()) {
            return;
        }
        result.set(null);
        failure.set(null);
        running.start(
                TEXT.get("run.job", what.from().handle(), what.to().handle()),
                progress -> seeder.run(what, progress),
                done -> {
                    discardPlan();
                    result.set(done);
                },
                failed -> {
                    discardPlan();
                    failure.set(failed);
                });
    }

    /** Cancels the execution; {@link #failureProperty} then describes what was written. */
    public void stop() {
        running.stop();
    }

    /** Cancels all jobs that only read. An execution continues to its end. */
    public void close() {
        reading.cancel();
        scripting.cancel();
        planning.cancel();
        problemSlot.cancel();
    }

    /** The users to choose from. */
    public ObservableList<User> users() {
        return users;
    }

    /** The user for person 1. */
    public ObjectProperty<@Nullable User> fromProperty() {
        return from;
    }

    /** The user for person 2. */
    public ObjectProperty<@Nullable User> toProperty() {
        return to;
    }

    /** The time of the first message. */
    public StartTimeViewModel start() {
        return start;
    }

    /** The selected conversation. */
    public ReadOnlyObjectProperty<@Nullable SeedConversation> scriptProperty() {
        return script.getReadOnlyProperty();
    }

    /** Why the last selected file is invalid, or null. */
    public ReadOnlyObjectProperty<@Nullable Explanation> scriptProblemProperty() {
        return scriptProblem.getReadOnlyProperty();
    }

    /** The plan; null until a preview was asked for, and after an option or what it reads has changed. */
    public ReadOnlyObjectProperty<@Nullable SeedPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Whether the plan is being executed. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.runningProperty();
    }

    /** The progress of the execution, or null. */
    public ReadOnlyObjectProperty<@Nullable JobViewModel> jobProperty() {
        return running.jobProperty();
    }

    /** The result of the last execution with these options, or null. */
    public ReadOnlyObjectProperty<@Nullable SeedResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Why the last execution failed and what it had written, or null. */
    public ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The state of the preview. */
    public ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
