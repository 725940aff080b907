package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.read.KeyConditions;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.dynamodb.read.ReadSummary;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.SetupOffer;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.ui.items.results.ReadStatus.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** Runs a query or scan and keeps its items. Of many items, only the first are kept; all are counted. JavaFX thread only. */
public final class ResultsViewModel {
    /** Maximum number of items kept. */
    static final int MOST_ROWS = 10_000;

    private static final Messages TEXT = Messages.of(ResultsViewModel.class);
    private final UiContext context;
    private final Executor soon;
    private final int mostRows;
    private final LatestJobRunner reading;
    private final RunRecorder recorder;
    private final ItemColumns columns = new ItemColumns();
    private final ObservableList<Item> rows = FXCollections.observableArrayList();
    private final FilteredList<Item> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final ReadOnlyObjectWrapper<ReadStatus> status = new ReadOnlyObjectWrapper<>(ReadStatus.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ReadPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PageKey> next = new ReadOnlyObjectWrapper<>();
    private final AsOf asOf = new AsOf();
    private Predicate<Item> entity = item -> true;
    private @Nullable ReadBuffer buffer;
    /** The buffer of the last read, which can have items that are not shown yet after the read has ended. */
    private @Nullable ReadBuffer latest;
    private Instant started = Instant.EPOCH;
    private long startedNanos;

    /** @param soon runs a task on the JavaFX thread after a short delay, so that pages are shown in batches */
    public ResultsViewModel(UiContext context, Executor soon) {
        this(context, soon, MOST_ROWS);
    }

    ResultsViewModel(UiContext context, Executor soon, int mostRows) {
        this.context = context;
        this.soon = soon;
        this.mostRows = mostRows;
        reading = context.jobs().slot();
        recorder = new RunRecorder(context);
        filter.addListener((observable, old, now) -> applyFilter());
    }

    private void applyFilter() {
        String wanted = filter.get().strip();
        shown.setPredicate(wanted.isEmpty() ? entity : entity.and(item -> ItemCellFormatter.contains(item, wanted)));
    }

    /** Shows only these of the items, beside what the filter demands. */
    void show(Predicate<Item> wanted) {
        entity = wanted;
        applyFilter();
    }

    /** Runs a query or scan. In prd, a scan asks for confirmation with an estimate of the cost first. */
    public void run(ReadPlan asked) {
        if (asked.isQuery() || !context.session().environment().policy().costShownFirst()) {
            begin(asked);
            return;
        }
        failure.set(null);
        reading.start(
                TEXT.get("job.estimate", asked.table()),
                progress -> Objects.requireNonNull(context.session().explorer().reader().estimate(asked)),
                estimate -> ask(asked, estimate),
                explanation -> failed(explanation, () -> run(asked)));
    }

    private void ask(ReadPlan asked, ReadEstimate estimate) {
        String limit = asked.limit() == 0 ? TEXT.get("ask.all") : TEXT.get("ask.limit", asked.limit());
        String text = TEXT.get("ask.estimate", estimate.text()) + "\n\n" + limit;
        if (context.dialogs().confirm(TEXT.get("ask.title", estimate.subject()), text, TEXT.get("ask.action"))) {
            begin(asked);
        }
    }

    private void begin(ReadPlan asked) {
        rows.clear();
        columns.clear();
        state.set(new ViewState.Loading(TEXT.get("loading", asked.table())));
        read(asked, ReadPosition.START);
    }

    /** Runs again what was run last. */
    void again() {
        run(Objects.requireNonNull(plan.get()));
    }

    /** Reads on where the limit ended the last run; the items are added to those that are shown. */
    public void readOn() {
        @Nullable ReadPlan last = plan.get();
        @Nullable PageKey from = next.get();
        if (last != null && from != null && !reading.runningProperty().get()) {
            read(last, ReadPosition.at(from));
        }
    }

    private void read(ReadPlan asked, ReadPosition from) {
        ReadBuffer mine = new ReadBuffer(mostRows, rows.size());
        buffer = mine;
        latest = mine;
        started = Instant.now();
        startedNanos = System.nanoTime();
        plan.set(asked);
        status.set(ReadStatus.BEGUN);
        next.set(null);
        failure.set(null);
        changed.set(false);
        asOf.clear();
        asOf.begins();
        reading.start(
                TEXT.get(asked.isQuery() ? "job.query" : "job.scan", asked.table()),
                progress -> read(asked, from, mine, progress),
                this::ended,
                explanation -> {
                    finish(Phase.FAILED);
                    failed(explanation, () -> run(asked));
                });
    }

    private ReadSummary read(ReadPlan asked, ReadPosition from, ReadBuffer mine, Progress progress) {
        PlanReader reader = context.session().explorer().reader();
        mine.keys(KeyConditions.names(reader.table(asked.table()), asked.index()));
        return reader.read(
                asked,
                from,
                page -> {
                    if (mine.add(page)) {
                        soon.execute(() -> draw(mine));
                    }
                },
                progress);
    }

    /** Shows the items read so far unless another read was started or this one was stopped. */
    private void draw(ReadBuffer from) {
        if (buffer == from) {
            take(from, Phase.RUNNING);
        }
    }

    /** Updates the items and the elapsed time; called once per second. */
    public void tick() {
        ReadBuffer now = buffer;
        if (now != null) {
            take(now, Phase.RUNNING);
        }
    }

    /** Shows what waits, a part at a time, so that nothing stalls. */
    private void take(ReadBuffer from, Phase phase) {
        if (takePart(from, phase)) {
            soon.execute(() -> {
                if (latest == from) {
                    take(from, status.get().phase());
                }
            });
        }
    }

    /** Returns whether more waits. */
    private boolean takePart(ReadBuffer from, Phase phase) {
        ReadBuffer.ReadBatch batch = from.take();
        columns.learn(batch.keys(), batch.rows());
        rows.addAll(batch.rows());
        Phase before = status.get().phase();
        Duration elapsed = before == Phase.RUNNING ? Duration.ofNanos(System.nanoTime() - startedNanos) : status.get().elapsed();
        status.set(new ReadStatus(phase, batch.items(), batch.scanned(), batch.pages(), rows.size(), columns.hidden(),
                batch.readCapacity(), elapsed));
        if (!rows.isEmpty()) {
            asOf.arrived();
            state.set(ViewState.CONTENT);
        }
        return batch.more();
    }

    private void ended(ReadSummary summary) {
        finish(summary.complete() ? Phase.COMPLETE : Phase.LIMIT);
        next.set(summary.next());
        if (rows.isEmpty()) {
            state.set(nothing(Objects.requireNonNull(plan.get())));
        }
    }

    private ViewState nothing(ReadPlan last) {
        if (last.isQuery() || last.filter() != null) {
            return new ViewState.Empty("fth-search", TEXT.get("empty.match.title"), TEXT.get("empty.match.text"), null);
        }
        ViewState.Action seed = new ViewState.Action(TEXT.get("empty.rows.action"), () -> context.navigator().open("seeding"));
        boolean messages = last.table().equals(context.session().settings().messagesTable());
        return SetupOffer.empty(messages ? SetupOffer.of(context) : null, "fth-inbox", TEXT.get("empty.rows.title"),
                TEXT.get("empty.rows.text"), seed, null);
    }

    private void failed(Explanation explanation, Runnable again) {
        if (rows.isEmpty()) {
            // A read costs capacity, so it is not repeated without being asked for.
            state.set(new ViewState.LoadFailure(explanation, again, null));
        } else {
            failure.set(explanation);
        }
    }

    /** The table was written to. A read costs capacity, so it is not repeated without being asked for. */
    public void changed() {
        changed.set(status.get().phase() != Phase.NONE);
    }

    private void finish(Phase phase) {
        ReadBuffer mine = buffer;
        buffer = null;
        if (mine != null) {
            take(mine, phase);
            recorder.add(started, Objects.requireNonNull(plan.get()), status.get());
        }
    }

    /** Stops the read; items that were read stay, and the status shows that they are incomplete. */
    public void stop() {
        if (!reading.runningProperty().get()) {
            return;
        }
        reading.cancel();
        @Nullable ReadBuffer mine = buffer;
        finish(Phase.STOPPED);
        // Nothing appears after a stop.
        while (mine != null && takePart(mine, Phase.STOPPED)) {
            // what was read stays
        }
        if (rows.isEmpty()) {
            state.set(new ViewState.Empty("fth-list", TEXT.get("empty.stopped.title"), TEXT.get("empty.stopped.text"), null));
        }
    }

    /** Cancels all jobs before the tab is closed. */
    public void close() {
        reading.cancel();
        buffer = null;
        latest = null;
    }

    /** Shows a state instead of items while nothing was read yet. */
    public void showBefore(ViewState before) {
        if (status.get().phase() == Phase.NONE) {
            state.set(before);
        }
    }

    /** Whether nothing was read yet. */
    public boolean isUnused() {
        return status.get().phase() == Phase.NONE;
    }

    ItemColumns columns() {
        return columns;
    }

    /** The items that match the filter of the window. */
    FilteredList<Item> shown() {
        return shown;
    }

    /** All items kept. */
    public ObservableList<Item> rows() {
        return rows;
    }

    /** A text that the shown items have to contain. */
    public StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ReadStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether the table was written to since it was read. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** When the read began. */
    public AsOf asOf() {
        return asOf;
    }

    /** The failure to show while items stay visible, or null. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Where the last run can be read on after its limit; null if it cannot. */
    ReadOnlyObjectProperty<@Nullable PageKey> nextProperty() {
        return next.getReadOnlyProperty();
    }

    /** What was read last, or null. */
    public ReadOnlyObjectProperty<@Nullable ReadPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return reading.runningProperty();
    }
}
