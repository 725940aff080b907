package dev.switchboard.ui.seeding;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.seeding.load.DataLoader;
import dev.switchboard.seeding.load.LoadPlan;
import dev.switchboard.seeding.load.LoadResult;
import dev.switchboard.seeding.load.LoadSpec;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewState;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Writing a synthetic load: its sizes, the resulting plan, and its execution. */
public final class LoadViewModel {
    private static final Messages TEXT = Messages.of(LoadViewModel.class);
    private final DataLoader loader;
    private final MissingTableDetector problems;
    private final LatestJobRunner planning;
    private final LatestJobRunner problemSlot;
    private final LatestJobRunner running;
    private final StringProperty users = new SimpleStringProperty("100");
    private final StringProperty groups = new SimpleStringProperty("500");
    private final StringProperty messages = new SimpleStringProperty("10000");
    private final StringProperty randomSeed = new SimpleStringProperty("1");
    private final StringProperty rate = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final ReadOnlyObjectWrapper<@Nullable LoadPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LoadResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();

    public LoadViewModel(DataLoader loader, MissingTableDetector problems, UiJobs jobs) {
        this.loader = loader;
        this.problems = problems;
        planning = jobs.slot();
        problemSlot = problems.slot();
        running = jobs.slot();
        List.of(users, groups, messages, randomSeed, rate).forEach(field -> field.addListener((observable, old, now) -> changed()));
        changed();
    }

    private void changed() {
        result.set(null);
        failure.set(null);
        discardPlan();
    }

    /** Discards the plan, because the tables may not be as it says. */
    void discardPlan() {
        planning.cancel();
        problemSlot.cancel();
        plan.set(null);
        @Nullable OperationRefusedException refusal = loader.refusal();
        if (refusal != null) {
            problem.set(refusal.sentence());
            state.set(new ViewState.Empty("fth-slash", TEXT.get("load.refused"), refusal.sentence() + " " + refusal.remedy(), null));
            return;
        }
        problem.set(checked());
        state.set(problem.get().isEmpty()
                ? new ViewState.Empty("fth-eye", TEXT.get("plan.none"), TEXT.get("load.plan.none.text"),
                        new ViewState.Action(TEXT.get("plan.action"), this::preview))
                : new ViewState.Empty("fth-alert-circle", TEXT.get("load.invalid"), problem.get(), null));
    }

    private String checked() {
        try {
            spec();
            capacity();
            return "";
        } catch (InvalidInputException e) {
            return e.sentence();
        }
    }

    private LoadSpec spec() {
        return new LoadSpec(size(users, "load.users"), size(groups, "load.groups"), number(messages, "load.messages"),
                number(randomSeed, "load.seed"));
    }

    private static int size(StringProperty field, String name) {
        return (int) Math.min(number(field, name), Integer.MAX_VALUE);
    }

    private static long number(StringProperty field, String name) {
        String typed = field.get().strip().replace(",", "");
        if (!typed.matches("\\d{1,18}")) {
            throw new InvalidInputException("load_number", TEXT.get("load.not-a-number", TEXT.get(name), typed), null);
        }
        return Long.parseLong(typed);
    }

    /** Null for no limit. */
    private @Nullable Double capacity() {
        String typed = rate.get().strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,9}(\\.\\d{1,3})?") || Double.parseDouble(typed) == 0) {
            throw new InvalidInputException("load_rate", TEXT.get("load.not-a-rate", typed), null);
        }
        return Double.valueOf(typed);
    }

    /** Prepares the plan; reads a few conversations to find out whether the load exists. */
    public void preview() {
        discardPlan();
        if (!problem.get().isEmpty()) {
            return;
        }
        LoadSpec spec = spec();
        @Nullable Double limit = capacity();
        state.set(new ViewState.Loading(TEXT.get("plan.loading")));
        planning.start(
                TEXT.get("plan.job"),
                progress -> loader.plan(spec, limit),
                planned -> {
                    plan.set(planned);
                    state.set(ViewState.CONTENT);
                },
                failed -> problems.explain(problemSlot, failed, this::preview, state::set));
    }

    /** Writes the load of the plan from its beginning; existing items are not written again. */
    public void run() {
        start(false);
    }

    /** Continues the load of the plan where it was stopped. */
    public void resume() {
        start(true);
    }

    private void start(boolean resume) {
        LoadPlan what = plan.get();
        if (what == null || running.runningProperty().get()) {
            return;
        }
        @Nullable Double limit = capacity();
        result.set(null);
        failure.set(null);
        running.start(
                TEXT.get("load.job"),
                progress -> loader.run(what.spec(), limit, resume, progress),
                done -> {
                    discardPlan();
                    result.set(done);
                },
                failed -> {
                    // Offers to resume it.
                    preview();
                    failure.set(failed);
                });
    }

    /** Chooses the sizes of the load that was stopped, and prepares its plan. */
    public void chooseStopped() {
        LoadPlan present = plan.get();
        @Nullable LoadSpec stopped = present == null ? null : present.stopped();
        if (stopped != null) {
            users.set(String.valueOf(stopped.users()));
            groups.set(String.valueOf(stopped.groups()));
            messages.set(String.valueOf(stopped.messages()));
            randomSeed.set(String.valueOf(stopped.randomSeed()));
            preview();
        }
    }

    /** Stops the execution; {@link #failureProperty} then describes what was written. */
    public void stop() {
        running.stop();
    }

    /** Cancels all jobs that only read. An execution continues to its end. */
    public void close() {
        planning.cancel();
        problemSlot.cancel();
    }

    public StringProperty usersProperty() {
        return users;
    }

    public StringProperty groupsProperty() {
        return groups;
    }

    public StringProperty messagesProperty() {
        return messages;
    }

    public StringProperty randomSeedProperty() {
        return randomSeed;
    }

    /** The limit in write capacity units per second; empty for that of the environment. */
    public StringProperty rateProperty() {
        return rate;
    }

    /** Why the fields are not valid; empty if they are. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The state of the preview. */
    public ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The plan; null until a preview was asked for, and after a field has changed. */
    public ReadOnlyObjectProperty<@Nullable LoadPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Whether a load is being written. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.runningProperty();
    }

    /** The progress of the execution, or null. */
    public ReadOnlyObjectProperty<@Nullable JobViewModel> jobProperty() {
        return running.jobProperty();
    }

    /** The result of the last execution with these fields, or null. */
    public ReadOnlyObjectProperty<@Nullable LoadResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Why the last execution ended early and what it had written, or null. */
    public ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
