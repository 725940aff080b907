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
        start = new StartTimeViewModel(zone, today, this::replan);
        from.addListener((observable, old, now) -> replan());
        to.addListener((observable, old, now) -> replan());
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
        reading.start(TEXT.get("users.job"), progress -> directory.all(), this::loaded, failed -> {
            users.clear();
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
        replan();
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
            replan();
        }, scriptProblem::set);
    }

    /** Updates the plan; called after each change of an option. */
    public void replan() {
        User one = from.get();
        User two = to.get();
        SeedConversation what = script.get();
        Instant at = start.instant();
        planning.cancel();
        problemSlot.cancel();
        plan.set(null);
        if (one == null || two == null || what == null) {
            return;
        }
        if (!start.problemProperty().get().isEmpty()) {
            state.set(new ViewState.Empty("fth-clock", TEXT.get("plan.no-start"), start.problemProperty().get(), null));
            return;
        }
        state.set(new ViewState.Loading(TEXT.get("plan.loading")));
        planning.start(
                TEXT.get("plan.job"),
                progress -> seeder.plan(Participant.of(one), Participant.of(two), what.lines(), at, what.name()),
                planned -> {
                    plan.set(planned);
                    state.set(ViewState.CONTENT);
                },
                failed -> problems.explain(problemSlot, failed, this::replan, state::set));
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
                    result.set(done);
                    replan();
                },
                failed -> {
                    failure.set(failed);
                    replan();
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

    /** The plan; null while it is being prepared or if the options are not valid. */
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

    /** The result of the last execution, or null. */
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
