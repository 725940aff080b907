package dev.switchboard.ui.database;

import dev.switchboard.failure.Explanation;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.admin.SetupStep;
import dev.switchboard.postgres.admin.StepResult;
import dev.switchboard.postgres.connection.DatabaseConnectionTestResult;
import dev.switchboard.postgres.connection.DatabaseConnectionTester;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.database.SetupStepViewModel.State;
import dev.switchboard.users.DatabaseSetupRunner;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The connection, whether it can be reached, and the set-up with each step's outcome. */
final class SetupViewModel {
    private static final Messages TEXT = Messages.of(SetupViewModel.class);
    private final UiContext context;
    private final Database database;
    private final DatabaseSetupRunner setup;
    private final DatabaseConnectionTester reachability;
    private final DatabaseBackupsViewModel kept;
    private final List<SetupStepViewModel> steps =
            DatabaseSetupRunner.safeSteps().stream().sorted().map(SetupStepViewModel::new).toList();
    private final ReadOnlyObjectWrapper<@Nullable ConnectionDetails> connection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DatabaseConnectionTestResult> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final LatestJobRunner reading;
    private final LatestJobRunner checking;
    private final LatestJobRunner running;

    SetupViewModel(UiContext context, Database database, DatabaseSetupRunner setup, DatabaseConnectionTester reachability,
            DatabaseBackupsViewModel kept) {
        this.kept = kept;
        kept.whenRestored(this::refresh);
        this.context = context;
        this.database = database;
        this.setup = setup;
        this.reachability = reachability;
        reading = context.jobs().slot();
        checking = context.jobs().slot();
        running = context.jobs().slot();
    }

    List<SetupStepViewModel> steps() {
        return steps;
    }

    /** How to connect; null before it is known. */
    ReadOnlyObjectProperty<@Nullable ConnectionDetails> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** How far the way to the database leads; null before that was tried. */
    ReadOnlyObjectProperty<@Nullable DatabaseConnectionTestResult> reportProperty() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty checkingProperty() {
        return checking.runningProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.runningProperty();
    }

    /** Finds out how to connect, which in dev may start the local engine, and then whether that works. */
    void refresh() {
        if (connection.get() == null) {
            state.set(new ViewState.Loading(TEXT.get("connection.reading")));
        }
        reading.start(TEXT.get("connection.reading"), progress -> ConnectionDetails.of(database.url()), this::connected, this::unconnected);
    }

    private void connected(ConnectionDetails details) {
        connection.set(details);
        state.set(ViewState.CONTENT);
        check();
    }

    private void unconnected(Explanation explanation) {
        state.set(new ViewState.Trouble(explanation, this::refresh));
    }

    /** Tries the way to the database, step by step. */
    void check() {
        checking.start(
                TEXT.get("reach.title"),
                progress -> reachability.check(database.url()),
                report::set,
                failure -> context.dialogs().error(failure));
    }

    /** Runs all steps that destroy nothing. */
    void runAll() {
        run(DatabaseSetupRunner.safeSteps(), null);
    }

    /** Runs one of them alone. */
    void runOne(SetupStep step) {
        run(EnumSet.of(step), null);
    }

    /** Drops the database once its name was typed. */
    void drop() {
        ConnectionDetails details = connection.get();
        if (details == null) {
            return;
        }
        String name = details.database();
        context.dialogs()
                .confirmTyped(TEXT.get("drop.title", name), TEXT.get("drop.text", name, details.target()), name,
                        TEXT.get("drop.action", name))
                .ifPresent(typed -> run(EnumSet.of(SetupStep.DROP), new DatabaseDropRequest(typed, true)));
    }

    private void run(Set<SetupStep> wanted, @Nullable DatabaseDropRequest order) {
        steps.stream().filter(row -> wanted.contains(row.step())).forEach(SetupStepViewModel::waiting);
        firstOf(wanted, State.IDLE);
        running.start(
                TEXT.get("setup.title"),
                progress -> setup.run(wanted, order, progress, result -> context.jobs().later(() -> ended(wanted, result))),
                results -> done(wanted, results),
                failure -> failed(wanted, failure));
    }

    /** Marks the first step that waits as the one that runs now. */
    private void firstOf(Set<SetupStep> wanted, State waiting) {
        steps.stream()
                .filter(row -> wanted.contains(row.step()) && row.stateProperty().get() == waiting)
                .findFirst()
                .ifPresent(row -> row.show(State.RUNNING, row.textProperty().get()));
    }

    private void ended(Set<SetupStep> wanted, StepResult result) {
        steps.stream()
                .filter(row -> row.step() == result.step())
                .forEach(row -> row.show(result.changed() ? State.CHANGED : State.UNCHANGED, result.did()));
        firstOf(wanted, State.IDLE);
    }

    private void done(Set<SetupStep> wanted, List<StepResult> results) {
        if (wanted.contains(SetupStep.DROP)) {
            steps.forEach(SetupStepViewModel::waiting);
            results.forEach(this::say);
            kept.refresh();
        } else if (wanted.size() > 1) {
            context.notices().done(TEXT.get("setup.done"));
        }
        check();
    }

    private void say(StepResult result) {
        @Nullable Path backup = result.backup();
        if (backup == null) {
            context.notices().done(result.did());
        } else {
            context.notices().done(result.did(), TEXT.get("drop.restore"), () -> kept.restore(backup));
        }
    }

    private void failed(Set<SetupStep> wanted, Explanation explanation) {
        steps.stream()
                .filter(row -> wanted.contains(row.step()) && row.stateProperty().get() == State.RUNNING)
                .forEach(row -> row.show(State.FAILED, explanation.sentence()));
        context.dialogs().error(explanation);
    }
}
