package dev.switchboard.users;

import dev.switchboard.activity.Backend;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.postgres.admin.DatabaseAdministrator;
import dev.switchboard.postgres.admin.DatabaseChangeResult;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the setup of the users' database: the database itself, the schema and the sample rows, and then the sync with the user pool. */
public final class DatabaseSetupRunner {
    private static final Messages TEXT = Messages.of(DatabaseSetupRunner.class);
    private final Database database;
    private final DatabaseAdministrator administrator;
    private final DatabaseSetup setup;
    private final UserSync sync;

    public DatabaseSetupRunner(Database database, DatabaseAdministrator administrator, DatabaseSetup setup, UserSync sync) {
        this.database = database;
        this.administrator = administrator;
        this.setup = setup;
        this.sync = sync;
    }

    /** The steps of a non-destructive setup: all except the drop. */
    public static Set<SetupStep> safeSteps() {
        return EnumSet.complementOf(EnumSet.of(SetupStep.DROP));
    }

    /**
     * Runs steps in their order. The first step that fails or is stopped ends the run; its error says which steps were completed.
     *
     * @param drop how to drop the database, with the name that the operator typed; required only for the drop
     * @param onResult called when a step has ended
     * @throws OperationRefusedException if the drop is included and the name is missing or does not match; nothing was done
     */
    public List<StepResult> run(Set<SetupStep> steps, @Nullable DatabaseDropRequest drop, Progress progress,
            Consumer<StepResult> onResult) {
        String names = steps.stream().sorted().map(SetupStep::code).collect(Collectors.joining(", "));
        List<StepResult> results = new ArrayList<>();
        try (WriteAuthorization authorization =
                database.permits().authorize(Backend.POSTGRESQL, "db setup", TEXT.get("setup.what", names))) {
            for (SetupStep step : SetupStep.values()) {
                if (steps.contains(step)) {
                    StepResult result = runStep(results, authorization, step, drop, progress);
                    results.add(result);
                    onResult.accept(result);
                }
            }
        }
        return results;
    }

    /** Runs steps in their order without reporting individual results. */
    public List<StepResult> run(Set<SetupStep> steps, @Nullable DatabaseDropRequest drop, Progress progress) {
        return run(steps, drop, progress, result -> {});
    }

    private StepResult runStep(List<StepResult> before, WriteAuthorization authorization, SetupStep step,
            @Nullable DatabaseDropRequest drop, Progress progress) {
        String completed = before.stream().filter(StepResult::changed).map(StepResult::did).collect(Collectors.joining(" "));
        try {
            progress.stopIfCancelled();
            return run(authorization, step, drop, progress);
        } catch (OperationCancelledException e) {
            throw completed.isEmpty()
                    ? e
                    : new OperationCancelledException(TEXT.get("setup.stopped", e.sentence(), completed), e.remedy(), e);
        } catch (Failure e) {
            throw completed.isEmpty()
                    ? e
                    : new PartialCompletionException(TEXT.get("setup.failed", step.code(), e.sentence(), completed), e.remedy(), e);
        }
    }

    private StepResult run(WriteAuthorization authorization, SetupStep step, @Nullable DatabaseDropRequest drop, Progress progress) {
        return switch (step) {
            case DROP ->
                result(step, administrator.drop(authorization, drop == null ? new DatabaseDropRequest("", true) : drop, progress));
            case CREATE -> result(step, administrator.create(authorization, progress));
            case LOAD_SCHEMA -> setup.loadSchema(authorization, progress);
            case SEED -> setup.seed(authorization, progress);
            case SYNC -> sync(authorization, progress);
        };
    }

    private static StepResult result(SetupStep step, DatabaseChangeResult done) {
        return new StepResult(step, done.did(), done.changed(), done.backup());
    }

    /** Adds the missing Cognito IDs only; one that is there already is changed by a sync, which shows it first. */
    private StepResult sync(WriteAuthorization authorization, Progress progress) {
        UserComparison found = sync.compare(progress);
        SyncResult result;
        try {
            result = sync.apply(authorization, found.withoutChanged(), progress);
        } catch (OperationFailedException e) {
            UserComparison now = sync.compare(progress);
            if (now.added().equals(found.added())) {
                throw e;
            }
            // Another process has synced since the comparison.
            found = now;
            result = sync.apply(authorization, found.withoutChanged(), progress);
        }
        String did = TEXT.get("setup.synced", result.sentence());
        int different = found.changed().size();
        return new StepResult(
                SetupStep.SYNC, different == 0 ? did : did + " " + TEXT.get("setup.different", different), result.added() > 0);
    }
}
