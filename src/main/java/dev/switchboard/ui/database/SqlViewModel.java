package dev.switchboard.ui.database;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.admin.ColumnNameReader;
import dev.switchboard.postgres.admin.ScriptFailure;
import dev.switchboard.postgres.admin.SqlRunner;
import dev.switchboard.postgres.sql.SqlNotices;
import dev.switchboard.postgres.sql.SqlResult;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.code.Completion;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** An SQL script and the results of its statements. */
final class SqlViewModel {
    private static final Messages TEXT = Messages.of(SqlViewModel.class);
    private static final ScriptFailure UNKNOWN = new ScriptFailure(SqlNotices.NONE, -1, false);
    private final SqlRunner runner;
    private final StringProperty script = new SimpleStringProperty("");
    private final ObservableList<SqlResult> results = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(
            new ViewState.Empty("fth-terminal", TEXT.get("sql.empty"), TEXT.get("sql.empty-text"), null));
    private final LatestJobRunner running;

    private final ColumnNameReader columns;
    private final LatestJobRunner reading;
    private final ScriptHistoryViewModel history;
    private final ReadOnlyObjectWrapper<@Nullable Integer> errorAt = new ReadOnlyObjectWrapper<>();
    private List<Completion> names = List.of();
    private long began;
    private boolean stopping;

    SqlViewModel(UiContext context, SqlRunner runner, ColumnNameReader columns) {
        this.runner = runner;
        this.columns = columns;
        history = new ScriptHistoryViewModel(context, script);
        running = context.jobs().slot();
        reading = context.jobs().slot();
    }

    /** The tables and columns that were read last. */
    List<Completion> names() {
        return names;
    }

    /** Reads the tables and columns for the completion. Where that fails, only keywords are offered: the next script says why. */
    void readNames() {
        reading.start(TEXT.get("sql.reading-names"), progress -> columns.read(), read -> names = SqlCompletions.of(read), failure -> {});
    }

    StringProperty scriptProperty() {
        return script;
    }

    /** Where in the script the error of the last run is; null if there is none, or the server did not say so. */
    ReadOnlyObjectProperty<@Nullable Integer> errorAtProperty() {
        return errorAt.getReadOnlyProperty();
    }

    /** The scripts that were run before. */
    ScriptHistoryViewModel history() {
        return history;
    }

    ObservableList<SqlResult> results() {
        return results;
    }

    /** The number of statements and their duration. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.runningProperty();
    }

    /** Runs the script in one transaction. */
    void run() {
        if (running.runningProperty().get()) {
            return;
        }
        String text = script.get();
        began = System.nanoTime();
        stopping = false;
        errorAt.set(null);
        summary.set("");
        state.set(new ViewState.Loading(TEXT.get("sql.running")));
        history.add(text);
        AtomicReference<ScriptFailure> known = new AtomicReference<>(UNKNOWN);
        running.start(
                TEXT.get("sql.running"),
                progress -> run(text, progress, known),
                done -> show(done, elapsed()),
                explanation -> failed(explanation, known.get()));
    }

    private List<SqlResult> run(String text, Progress progress, AtomicReference<ScriptFailure> known) {
        try {
            return runner.runReporting(text, progress, known::set);
        } catch (OperationCancelledException e) {
            known.set(new ScriptFailure(known.get().notices(), -1, true));
            throw e;
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Shows how long the script has run; called each second. */
    void tick() {
        if (running.runningProperty().get()) {
            summary.set(TEXT.get(stopping ? "sql.elapsed.stopping" : "sql.elapsed", Formats.duration(elapsed())));
        }
    }

    private void show(List<SqlResult> done, Duration took) {
        results.setAll(done);
        summary.set(TEXT.get("sql.summary", done.size(), Formats.duration(took)));
        state.set(ViewState.CONTENT);
        // The script can have created tables.
        readNames();
    }

    private void failed(Explanation explanation, ScriptFailure known) {
        results.clear();
        SqlNotices said = known.notices();
        if (known.canceled() && stopping) {
            summary.set(TEXT.get("sql.elapsed.stopped", Formats.duration(elapsed())));
            state.set(new ViewState.Empty("fth-slash", TEXT.get("sql.stopped"), TEXT.get("sql.stopped-text"),
                    new ViewState.Action(TEXT.get("sql.again"), this::run)));
            return;
        }
        summary.set(TEXT.get("sql.elapsed.failed", Formats.duration(elapsed())));
        errorAt.set(known.offset() < 0 ? null : known.offset());
        String detail = said.all().isEmpty() ? explanation.detail() : SqlResults.text(said) + "\n" + explanation.detail();
        state.set(new ViewState.LoadFailure(
                new Explanation(explanation.sentence(), explanation.remedy(), detail, explanation.expected()), null));
    }

    /** Cancels the running statement; what came of the script is shown when its job has ended. */
    void cancel() {
        if (running.runningProperty().get()) {
            stopping = true;
            state.set(new ViewState.Loading(TEXT.get("sql.stopping")));
        }
        running.stop();
    }
}
