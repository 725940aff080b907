package dev.switchboard.ui.items.partiql;

import dev.switchboard.dynamodb.partiql.Partiql;
import dev.switchboard.dynamodb.partiql.PartiqlStatement;
import dev.switchboard.dynamodb.partiql.StatementReport;
import dev.switchboard.dynamodb.partiql.StatementResult;
import dev.switchboard.dynamodb.partiql.StatementSplitter;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.code.Completion;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import dev.switchboard.ui.common.ViewState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** PartiQL statements and what they returned. JavaFX thread only. */
final class PartiqlViewModel {
    /** The maximum number of items kept of a run. */
    static final int MOST_ROWS = 10_000;

    private static final Messages TEXT = Messages.of(PartiqlViewModel.class);
    private static final String USUAL_LIMIT = "1000";
    private final UiContext context;
    private final Executor soon;
    private final Partiql partiql;
    private final PartiqlNames names;
    private final UndoHandler undo;
    private final LatestJobRunner running;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty limit = new SimpleStringProperty(USUAL_LIMIT);
    private final StringProperty parameters = new SimpleStringProperty("");
    private final ObservableList<StatementRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable StatementRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(
            new ViewState.Empty("fth-terminal", TEXT.get("partiql.empty.title"), TEXT.get("partiql.empty.text"), null));
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private @Nullable StatementBuffer buffer;
    private long startedNanos;

    /** How statements are run. */
    private enum Mode {
        ONE,
        ALL,
        BATCH
    }

    /** @param soon runs a task on the JavaFX thread after a short delay, so that items are shown in batches */
    PartiqlViewModel(UiContext context, Executor soon) {
        this.context = context;
        this.soon = soon;
        partiql = context.session().explorer().partiql();
        names = new PartiqlNames(context);
        undo = new UndoHandler(context);
        running = context.jobs().slot();
        text.addListener((observable, old, now) -> names.mentioned(now));
        selected.addListener((observable, old, now) -> showState());
    }

    /** Reads the names of the tables for the completion. */
    void readNames() {
        names.readTables(text.get());
    }

    /** The words that the editor offers. */
    List<Completion> words() {
        return names.words();
    }

    /** Runs the statement at the caret, or the one before it. */
    void run(int caret) {
        @Nullable PartiqlStatement statement = StatementSplitter.at(text.get(), caret);
        start(statement == null ? List.of() : List.of(statement), Mode.ONE);
    }

    /** Runs all statements one by one, up to the first that fails. */
    void runAll() {
        start(StatementSplitter.split(text.get()), Mode.ALL);
    }

    /** Runs all statements as a batch. */
    void runBatch() {
        start(StatementSplitter.split(text.get()), Mode.BATCH);
    }

    private void start(List<PartiqlStatement> statements, Mode mode) {
        if (running.runningProperty().get()) {
            return;
        }
        error.set("");
        notice.set("");
        if (statements.isEmpty()) {
            error.set(TEXT.get("partiql.none"));
            return;
        }
        long most;
        List<TypedValue> values;
        try {
            most = limit.get().isBlank() ? 0 : Long.parseLong(limit.get().strip());
            values = mode == Mode.ONE ? Partiql.parameters(parameters.get()) : List.of();
        } catch (NumberFormatException _) {
            error.set(TEXT.get("partiql.limit.invalid"));
            return;
        } catch (InvalidInputException e) {
            error.set(e.sentence() + " " + e.remedy());
            return;
        }
        if (most < 0) {
            error.set(TEXT.get("partiql.limit.invalid"));
            return;
        }
        StatementRun run = new StatementRun(statements, mode, most, values);
        if (mode == Mode.BATCH || statements.stream().allMatch(statement -> statement.kind().writes())) {
            run(run);
            return;
        }
        state.set(new ViewState.Loading(TEXT.get("partiql.estimating")));
        running.start(TEXT.get("partiql.estimating"), progress -> estimates(statements), found -> ask(run, found), this::failed);
    }

    /** What is to be run. */
    private record StatementRun(List<PartiqlStatement> statements, Mode mode, long limit, List<TypedValue> parameters) {}

    /** The estimates of the statements that read a whole table or index. */
    private List<ReadEstimate> estimates(List<PartiqlStatement> statements) {
        List<ReadEstimate> found = new ArrayList<>();
        for (PartiqlStatement statement : statements) {
            @Nullable ReadEstimate estimate = partiql.estimate(statement);
            if (estimate != null) {
                found.add(estimate);
            }
        }
        return found;
    }

    /** Says what reads a whole table before it runs; where that costs capacity of others, it is asked. */
    private void ask(StatementRun run, List<ReadEstimate> estimates) {
        String costs = estimates.stream().map(ReadEstimate::text).distinct().collect(Collectors.joining("\n"));
        if (!estimates.isEmpty()) {
            notice.set(TEXT.get("partiql.scan", costs));
            boolean asked = context.session().environment().policy().costShownFirst();
            String title = TEXT.get("partiql.scan.title", estimates.getFirst().subject());
            if (asked && !context.dialogs().confirm(title, TEXT.get("partiql.scan.text", costs), TEXT.get("partiql.scan.action"))) {
                showState();
                return;
            }
        }
        run(run);
    }

    private void run(StatementRun run) {
        List<StatementRow> fresh = new ArrayList<>();
        for (PartiqlStatement statement : run.statements()) {
            fresh.add(new StatementRow(fresh.size() + 1, statement));
        }
        rows.setAll(fresh);
        selected.set(fresh.getFirst());
        startedNanos = System.nanoTime();
        status.set("");
        StatementBuffer made = new StatementBuffer(fresh.size(), MOST_ROWS, from -> soon.execute(() -> draw(from)));
        buffer = made;
        showState();
        running.start(TEXT.get("partiql.job", fresh.size()), progress -> work(run, made, progress), this::ended, this::failed);
    }

    private StatementReport work(StatementRun run, StatementBuffer into, Progress progress) {
        return switch (run.mode()) {
            case ONE -> one(run, into, progress);
            case ALL -> partiql.runAll(run.statements(), run.limit(), into, progress);
            case BATCH -> partiql.batch(run.statements(), into, progress);
        };
    }

    private StatementReport one(StatementRun run, StatementBuffer into, Progress progress) {
        StatementResult result = partiql.run(
                run.statements().getFirst(), run.parameters(), run.limit(), items -> into.items(0, items), progress);
        into.ended(0, result);
        return StatementReport.of(List.of(result));
    }

    /** Shows what has arrived unless another run was started. */
    private void draw(@Nullable StatementBuffer from) {
        if (from != null && buffer == from) {
            for (StatementBuffer.Update update : from.take()) {
                StatementRow row = rows.get(update.number());
                @Nullable String table = Partiql.table(row.statement());
                row.update(update, names.keys(table));
                if (table != null && !update.rows().isEmpty()) {
                    names.seen(table, row.attributes());
                }
            }
            showState();
        }
    }

    private void ended(StatementReport report) {
        draw(buffer);
        buffer = null;
        status.set(status(report));
        rows.stream().filter(row -> row.result() instanceof StatementResult.Failed).findFirst().ifPresent(selected::set);
        showState();
        List<String> changes = StatementRow.changes(rows);
        if (changes.size() == 1) {
            undo.offer(report.summary(), changes.getFirst(), () -> {});
        }
    }

    private String status(StatementReport report) {
        List<String> parts = new ArrayList<>(List.of(report.summary()));
        if (report.consumedReadCapacity() > 0) {
            parts.add(TEXT.get("partiql.rcu", Formats.capacity(report.consumedReadCapacity())));
        }
        if (report.consumedWriteCapacity() > 0) {
            parts.add(TEXT.get("partiql.wcu", Formats.capacity(report.consumedWriteCapacity())));
        }
        parts.add(Formats.duration(Duration.ofNanos(System.nanoTime() - startedNanos)));
        return String.join(" · ", parts);
    }

    /** The run failed as a whole, or was stopped: what has arrived stays. */
    private void failed(Explanation explanation) {
        draw(buffer);
        buffer = null;
        String remedy = explanation.remedy();
        status.set(remedy == null ? explanation.sentence() : explanation.sentence() + " " + remedy);
        rows.stream().filter(row -> row.result() == null).findFirst().ifPresent(row -> row.fail(status.get()));
        @Nullable StatementRow row = selected.get();
        boolean untold = row == null || row.result() == null || row.result() instanceof StatementResult.NotRun;
        if (untold && (row == null || row.items().isEmpty())) {
            state.set(new ViewState.LoadFailure(explanation, null));
        } else {
            showState();
        }
    }

    /** Shows the state of the selected statement. */
    private void showState() {
        @Nullable StatementRow row = selected.get();
        if (row == null) {
            state.set(new ViewState.Empty("fth-terminal", TEXT.get("partiql.empty.title"), TEXT.get("partiql.empty.text"), null));
            return;
        }
        state.set(!row.items().isEmpty() ? ViewState.CONTENT : switch (row.result()) {
            case null -> new ViewState.Loading(TEXT.get("partiql.job", rows.size()));
            case StatementResult.Selected _ ->
                new ViewState.Empty("fth-inbox", TEXT.get("partiql.no-items.title"), TEXT.get("partiql.no-items.text"), null);
            case StatementResult.Written(String change, var _, double _) ->
                new ViewState.Empty("fth-check", TEXT.get("partiql.written.title"),
                        row.text(), new ViewState.Action(TEXT.get("partiql.undo"), () -> undo.undo(change, () -> {})));
            case StatementResult.Failed(var failure) -> new ViewState.LoadFailure(context.jobs().explain(failure), null);
            case StatementResult.NotRun _ ->
                new ViewState.Empty("fth-slash", TEXT.get("partiql.not-run.title"), TEXT.get("partiql.not-run.text"), null);
        });
    }

    /** Stops the run; what it has read stays, and a statement that is being written is completed. */
    void stop() {
        running.stop();
    }

    /** Cancels all jobs before the pane is closed. */
    void close() {
        running.cancel();
        buffer = null;
    }

    StringProperty textProperty() {
        return text;
    }

    /** The maximum number of items of each SELECT; blank for all. */
    StringProperty limitProperty() {
        return limit;
    }

    /** The values of the question marks of a single statement, in DynamoDB JSON. */
    StringProperty parametersProperty() {
        return parameters;
    }

    /** The statements of the last run. */
    ObservableList<StatementRow> rows() {
        return rows;
    }

    /** The statement whose items are shown; null before the first run. */
    ObjectProperty<@Nullable StatementRow> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the last run reads as a whole, and its cost; empty if nothing. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Why nothing was run; empty if something was. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What became of the last run. */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.runningProperty();
    }
}
