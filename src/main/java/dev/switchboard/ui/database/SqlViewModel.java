package dev.switchboard.ui.database;

import dev.switchboard.failure.Explanation;
import dev.switchboard.postgres.admin.ColumnNameReader;
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

/** An SQL script and the results of its statements. */
final class SqlViewModel {
    private static final Messages TEXT = Messages.of(SqlViewModel.class);
    private final SqlRunner runner;
    private final StringProperty script = new SimpleStringProperty("");
    private final ObservableList<SqlResult> results = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(
            new ViewState.Empty("fth-terminal", TEXT.get("sql.empty"), TEXT.get("sql.empty-text"), null));
    private final LatestJobRunner running;

    private final ColumnNameReader columns;
    private final LatestJobRunner reading;
    private List<Completion> names = List.of();

    SqlViewModel(UiContext context, SqlRunner runner, ColumnNameReader columns) {
        this.runner = runner;
        this.columns = columns;
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
        long began = System.nanoTime();
        summary.set("");
        state.set(new ViewState.Loading(TEXT.get("sql.running")));
        AtomicReference<SqlNotices> said = new AtomicReference<>(SqlNotices.NONE);
        running.start(
                TEXT.get("sql.running"),
                progress -> runner.run(text, progress, said::set),
                done -> show(done, Duration.ofNanos(System.nanoTime() - began)),
                explanation -> failed(explanation, said.get()));
    }

    private void show(List<SqlResult> done, Duration took) {
        results.setAll(done);
        summary.set(TEXT.get("sql.summary", done.size(), Formats.duration(took)));
        state.set(ViewState.CONTENT);
        // The script can have created tables.
        readNames();
    }

    private void failed(Explanation explanation, SqlNotices said) {
        results.clear();
        String detail = said.all().isEmpty() ? explanation.detail() : SqlResults.text(said) + "\n" + explanation.detail();
        state.set(new ViewState.LoadFailure(
                new Explanation(explanation.sentence(), explanation.remedy(), detail, explanation.expected()), null));
    }

    /** Cancels the running statement; what came of the script is shown when its job has ended. */
    void cancel() {
        if (running.runningProperty().get()) {
            state.set(new ViewState.Loading(TEXT.get("sql.stopping")));
        }
        running.stop();
    }
}
