package dev.switchboard.users;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.admin.DatabaseSetup;
import dev.switchboard.postgres.admin.SetupStep;
import dev.switchboard.postgres.admin.StepResult;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The whole set-up of the users' database as one run: its own steps and then the sync with the pool. */
public final class DatabaseSetupRunner {
    private static final Messages TEXT = Messages.of(DatabaseSetupRunner.class);
    private final DatabaseSetup setup;
    private final UserSync sync;

    public DatabaseSetupRunner(DatabaseSetup setup, UserSync sync) {
        this.setup = setup;
        this.sync = sync;
    }

    /** The steps of a set-up that destroys nothing: all but the drop. */
    public static Set<SetupStep> safeSteps() {
        return EnumSet.complementOf(EnumSet.of(SetupStep.DROP));
    }

    /**
     * Runs steps in their order; the first that fails or is stopped ends the run, and its error says what the others did.
     *
     * @param drop how the database is dropped, with the name that the operator typed; needed for the drop only
     * @param asTheyEnd told of each step when it has ended
     * @throws OperationRefusedException where the drop is among the steps and the name is missing or another; nothing was done then
     */
    public List<StepResult> run(Set<SetupStep> steps, @Nullable DatabaseDropRequest drop, Progress progress,
            Consumer<StepResult> asTheyEnd) {
        List<StepResult> results = new ArrayList<>();
        for (SetupStep step : SetupStep.values()) {
            if (steps.contains(step)) {
                StepResult result = runAfter(results, step, drop, progress);
                results.add(result);
                asTheyEnd.accept(result);
            }
        }
        return results;
    }

    /** Likewise, telling nobody of the single steps. */
    public List<StepResult> run(Set<SetupStep> steps, @Nullable DatabaseDropRequest drop, Progress progress) {
        return run(steps, drop, progress, result -> {});
    }

    private StepResult runAfter(List<StepResult> before, SetupStep step, @Nullable DatabaseDropRequest drop, Progress progress) {
        String done = before.stream().filter(StepResult::changed).map(StepResult::did).collect(Collectors.joining(" "));
        try {
            progress.stopIfCancelled();
            return run(step, drop, progress);
        } catch (OperationCancelledException e) {
            throw done.isEmpty() ? e : new OperationCancelledException(TEXT.get("setup.stopped", e.sentence(), done), e.remedy(), e);
        } catch (Failure e) {
            throw done.isEmpty()
                    ? e
                    : new PartialCompletionException(TEXT.get("setup.failed", step.code(), e.sentence(), done), e.remedy(), e);
        }
    }

    private StepResult run(SetupStep step, @Nullable DatabaseDropRequest drop, Progress progress) {
        return switch (step) {
            case DROP -> setup.drop(drop == null ? new DatabaseDropRequest("", true) : drop, progress);
            case CREATE -> setup.create(progress);
            case LOAD_SCHEMA -> setup.loadSchema(progress);
            case SEED -> setup.seed(progress);
            case SYNC -> sync(progress);
        };
    }

    private StepResult sync(Progress progress) {
        SyncResult result = sync.apply(sync.compare(progress), progress);
        return new StepResult(SetupStep.SYNC, TEXT.get("setup.synced", result.sentence()), result.fresh() + result.changed() > 0);
    }
}
