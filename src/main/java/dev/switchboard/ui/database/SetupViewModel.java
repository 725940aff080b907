package dev.switchboard.ui.database;

import dev.switchboard.failure.Explanation;
import dev.switchboard.postgres.admin.DatabaseDropPlan;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.connection.DatabaseConnectionStatus;
import dev.switchboard.postgres.connection.DatabaseConnectionTestResult;
import dev.switchboard.postgres.connection.DatabaseConnectionTester;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.SetupOffer;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.ui.database.SetupStepViewModel.StepState;
import dev.switchboard.users.DatabaseSetupRunner;
import dev.switchboard.users.SetupState;
import dev.switchboard.users.SetupStep;
import dev.switchboard.users.StepResult;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The connection with its test result, and the setup with the result of each step. */
final class SetupViewModel {
    private static final Messages TEXT = Messages.of(SetupViewModel.class);
    private final UiContext context;
    private final Database database;
    private final DatabaseSetupRunner setup;
    private final DatabaseConnectionTester reachability;
    private final DatabaseBackupsViewModel backupsModel;
    private final List<SetupStepViewModel> steps =
            DatabaseSetupRunner.safeSteps().stream().sorted().map(SetupStepViewModel::new).toList();
    private final ReadOnlyObjectWrapper<@Nullable ConnectionDetails> connection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DatabaseConnectionTestResult> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final LatestJobRunner reading;
    private final LatestJobRunner checking;
    private final LatestJobRunner planning;
    private final LatestJobRunner running;
    private final LatestJobRunner stateReading;
    private final AsOf asOf = new AsOf();

    SetupViewModel(UiContext context, Database database, DatabaseSetupRunner setup, DatabaseConnectionTester reachability,
            DatabaseBackupsViewModel backupsModel) {
        this.backupsModel = backupsModel;
        backupsModel.whenRestored(this::refresh);
        this.context = context;
        this.database = database;
        this.setup = setup;
        this.reachability = reachability;
        reading = context.jobs().slot();
        checking = context.jobs().slot();
        planning = context.jobs().slot();
        running = context.jobs().slot();
        stateReading = context.jobs().slot();
    }

    List<SetupStepViewModel> steps() {
        return steps;
    }

    /** The connection details; null until they are loaded. */
    ReadOnlyObjectProperty<@Nullable ConnectionDetails> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** The result of the connection test; null before the first test. */
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

    /** Loads the connection details, which may start the local engine in dev, and tests the connection. */
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
        state.set(new ViewState.LoadFailure(explanation, this::refresh));
    }

    /** Tests the connection to the database. */
    void check() {
        asOf.begins();
        checking.start(
                TEXT.get("reach.title"),
                progress -> reachability.check(database.url()),
                now -> {
                    asOf.arrived();
                    report.set(now);
                    readState(now);
                },
                failure -> {
                    asOf.clear();
                    report.set(null);
                    state.set(new ViewState.LoadFailure(failure, this::refresh));
                });
    }

    /** Shows what of the setup exists already, in the steps that have not been run since the screen was opened. */
    private void readState(DatabaseConnectionTestResult tested) {
        if (!tested.reachable()) {
            changed();
            return;
        }
        found(SetupStep.CREATE, true, TEXT.get("found.create"));
        stateReading.start(TEXT.get("found.reading"), progress -> context.session().databaseSetup().state(), this::show,
                // The connection test says what is wrong; the steps keep their descriptions.
                failure -> {});
    }

    private void show(SetupState now) {
        found(SetupStep.LOAD_SCHEMA, now.isSchemaPresent(), TEXT.get("found.load-schema", now.tables(), SetupState.ALL_TABLES));
        if (now.isSchemaPresent()) {
            found(SetupStep.SEED, now.users() > 0, TEXT.get("found.seed", now.users(), now.posts()));
            found(SetupStep.SYNC, now.users() > 0 && now.unsynced() == 0,
                    now.users() == 0 ? TEXT.get("found.sync.none") : TEXT.get("found.sync", now.unsynced(), now.users()));
        }
    }

    private void found(SetupStep step, boolean done, String text) {
        steps.stream()
                .filter(row -> row.step() == step && !row.wasRun())
                .forEach(row -> row.found(done, text));
    }

    /** Forgets what the steps have done, because it may have been changed since. */
    void changed() {
        steps.stream()
                .filter(row -> row.stateProperty().get() != StepState.RUNNING)
                .forEach(SetupStepViewModel::waiting);
    }

    /** When the connection was tested. */
    AsOf asOf() {
        return asOf;
    }

    /** Whether the setup of the whole environment is offered, because the database does not exist yet. */
    boolean offersSetup(DatabaseConnectionTestResult tested) {
        return tested.finding() == DatabaseConnectionStatus.NO_DATABASE && SetupOffer.of(context) != null;
    }

    /** Starts the setup of the whole environment on the Overview screen. */
    void setUpEverything() {
        context.navigator().open("overview", SetupOffer.START);
    }

    /** Runs all steps that do not delete data. */
    void runAll() {
        run(DatabaseSetupRunner.safeSteps(), null);
    }

    /** Runs one step. */
    void runOne(SetupStep step) {
        run(EnumSet.of(step), null);
    }

    /** Finds out how the backup would be written and verified, then drops the database after its name was typed. */
    void drop() {
        ConnectionDetails details = connection.get();
        if (details == null) {
            return;
        }
        if (running.runningProperty().get()) {
            return;
        }
        planning.start(
                TEXT.get("drop.planning"),
                progress -> planSummary(),
                plan -> confirmDrop(details, plan),
                context.dialogs()::error);
    }

    private String planSummary() {
        @Nullable DatabaseDropPlan plan = context.session().databaseAdministrator().dropPlan();
        return plan == null ? "" : plan.summary();
    }

    private void confirmDrop(ConnectionDetails details, String plan) {
        String name = details.database();
        String text = TEXT.get("drop.text", name, details.target());
        context.dialogs()
                .confirmTyped(TEXT.get("drop.title", name), plan.isEmpty() ? text : text + "\n\n" + plan, name,
                        TEXT.get("drop.action", name))
                .ifPresent(typed -> run(EnumSet.of(SetupStep.DROP), new DatabaseDropRequest(typed, true)));
    }

    private void run(Set<SetupStep> wanted, @Nullable DatabaseDropRequest order) {
        if (running.runningProperty().get()) {
            return;
        }
        steps.stream().filter(row -> wanted.contains(row.step())).forEach(SetupStepViewModel::waiting);
        firstOf(wanted, StepState.IDLE);
        running.start(
                TEXT.get("setup.title"),
                progress -> setup.run(wanted, order, progress, result -> context.jobs().later(() -> ended(wanted, result))),
                results -> done(wanted, results),
                failure -> failed(wanted, failure));
    }

    /** Marks the first waiting step as running. */
    private void firstOf(Set<SetupStep> wanted, StepState waiting) {
        steps.stream()
                .filter(row -> wanted.contains(row.step()) && row.stateProperty().get() == waiting)
                .findFirst()
                .ifPresent(row -> row.show(StepState.RUNNING, row.textProperty().get()));
    }

    private void ended(Set<SetupStep> wanted, StepResult result) {
        steps.stream()
                .filter(row -> row.step() == result.step())
                .forEach(row -> row.show(result.changed() ? StepState.CHANGED : StepState.UNCHANGED, result.did()));
        firstOf(wanted, StepState.IDLE);
    }

    private void done(Set<SetupStep> wanted, List<StepResult> results) {
        if (wanted.contains(SetupStep.DROP)) {
            steps.forEach(SetupStepViewModel::waiting);
            results.forEach(this::say);
            backupsModel.refresh();
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
            // Whatever is done with the database then, it no longer is as the drop has left it.
            context.notices().done(result.did(), TEXT.get("drop.restore"), () -> backupsModel.restoreAsking(backup),
                    DataChange.Database.class::isInstance);
        }
    }

    private void failed(Set<SetupStep> wanted, Explanation explanation) {
        steps.stream()
                .filter(row -> wanted.contains(row.step()) && row.stateProperty().get() == StepState.RUNNING)
                .forEach(row -> row.show(StepState.FAILED, explanation.sentence()));
        context.dialogs().error(explanation);
    }
}
