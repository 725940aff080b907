package dev.switchboard.ui.items;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.scan.ScanEstimate;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.ScanSummary;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.SetupOffer;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.ui.items.ScanStatus.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The items of a table as a scan reads them. For a large table, only the first items are kept; all are counted. */
final class ItemsViewModel {
    /** Maximum number of items kept. */
    static final int MOST_ROWS = 10_000;

    private static final Messages TEXT = Messages.of(ItemsViewModel.class);
    private final UiContext context;
    private final Executor soon;
    private final int mostRows;
    private final LatestJobRunner listing;
    private final LatestJobRunner scanning;
    private final ScanFormViewModel form = new ScanFormViewModel();
    private final ItemColumns columns = new ItemColumns();
    private final ObservableList<String> tables = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> table = new SimpleObjectProperty<>();
    private final ObservableList<Item> rows = FXCollections.observableArrayList();
    private final FilteredList<Item> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private final ReadOnlyObjectWrapper<ScanStatus> status = new ReadOnlyObjectWrapper<>(ScanStatus.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final AsOf asOf = new AsOf();
    private @Nullable ScanBuffer buffer;
    private long startedNanos;

    /** @param soon runs a task on the JavaFX thread after a short delay, so that pages are shown in batches */
    ItemsViewModel(UiContext context, Executor soon) {
        this(context, soon, MOST_ROWS);
    }

    ItemsViewModel(UiContext context, Executor soon, int mostRows) {
        this.context = context;
        this.soon = soon;
        this.mostRows = mostRows;
        listing = context.jobs().slot();
        scanning = context.jobs().slot();
        filter.addListener((observable, old, now) -> applyFilter(now.strip()));
        state.set(new ViewState.Empty("fth-list", TEXT.get("empty.none.title"), TEXT.get("empty.none.text"), null));
    }

    private void applyFilter(String wanted) {
        shown.setPredicate(wanted.isEmpty() ? null : item -> ItemCellFormatter.contains(item, wanted));
    }

    /** Loads the names of the tables. */
    void loadTables() {
        listing.start(TEXT.get("job.tables"), progress -> context.session().tables().names(), this::tablesCame, this::tablesFailed);
    }

    private void tablesCame(List<String> names) {
        @Nullable String before = table.get();
        tables.setAll(names);
        table.set(before != null && names.contains(before) ? before : usual(names));
        if (names.isEmpty()) {
            ViewState.Action make = new ViewState.Action(TEXT.get("empty.no-table.action"), () -> context.navigator().open("tables"));
            state.set(SetupOffer.empty(SetupOffer.of(context), "fth-grid", TEXT.get("empty.no-table.title"),
                    TEXT.get("empty.no-table.text"), make, this::loadTables));
        } else if (status.get().phase() == Phase.NONE) {
            ViewState.Action scan = new ViewState.Action(TEXT.get("empty.none.action"), this::scan);
            state.set(new ViewState.Empty("fth-list", TEXT.get("empty.none.title"), TEXT.get("empty.none.text"), scan));
        }
    }

    private @Nullable String usual(List<String> names) {
        String messages = context.session().settings().messagesTable();
        return names.contains(messages) ? messages : names.isEmpty() ? null : names.getFirst();
    }

    private void tablesFailed(Explanation explanation) {
        if (status.get().phase() == Phase.NONE) {
            state.set(new ViewState.LoadFailure(explanation, this::loadTables));
        } else {
            failure.set(explanation);
        }
    }

    /** Selects a table by name, even if it is not in the list yet, and scans it. */
    void open(String name) {
        if (!tables.contains(name)) {
            tables.add(name);
        }
        table.set(name);
        scan();
    }

    /** Scans the selected table with the options of the form; in prd, asks for confirmation with an estimate of the cost. */
    void scan() {
        @Nullable String name = table.get();
        if (name == null || !form.errorProperty().get().isEmpty()) {
            return;
        }
        ScanOptions options = form.options();
        if (!context.session().environment().policy().costShownFirst()) {
            run(name, options);
            return;
        }
        failure.set(null);
        scanning.start(
                TEXT.get("job.estimate", name),
                progress -> context.session().scans().estimate(name),
                estimate -> ask(estimate, options),
                this::failed);
    }

    private void ask(ScanEstimate estimate, ScanOptions options) {
        String limit = options.limit() == 0 ? TEXT.get("ask.all") : TEXT.get("ask.limit", options.limit());
        String text = TEXT.get("ask.estimate", estimate.text()) + "\n\n" + limit;
        if (context.dialogs().confirm(TEXT.get("ask.title", estimate.table()), text, TEXT.get("ask.action"))) {
            run(estimate.table(), options);
        }
    }

    private void run(String name, ScanOptions options) {
        ScanBuffer mine = new ScanBuffer(mostRows);
        buffer = mine;
        startedNanos = System.nanoTime();
        rows.clear();
        columns.clear();
        failure.set(null);
        changed.set(false);
        asOf.clear();
        asOf.begins();
        status.set(new ScanStatus(Phase.RUNNING, 0, 0, 0, 0, Duration.ZERO));
        state.set(new ViewState.Loading(TEXT.get("loading", name)));
        scanning.start(TEXT.get("job.scan", name), progress -> read(name, options, mine, progress), this::ended, this::failed);
    }

    private ScanSummary read(String name, ScanOptions options, ScanBuffer mine, Progress progress) {
        TableDetails details = context.session().tables().describe(name);
        mine.keys(details.keys());
        return context.session().scans().scan(
                name,
                options,
                page -> {
                    if (mine.add(page)) {
                        soon.execute(() -> draw(mine));
                    }
                },
                progress);
    }

    /** Shows the items read so far unless another scan was started or this one was stopped. */
    private void draw(ScanBuffer from) {
        if (buffer == from) {
            take(from, Phase.RUNNING);
        }
    }

    /** Updates the items and the elapsed time; called once per second. */
    void tick() {
        ScanBuffer now = buffer;
        if (now != null) {
            take(now, Phase.RUNNING);
        }
    }

    private void take(ScanBuffer from, Phase phase) {
        ScanBuffer.ScanBatch batch = from.take();
        columns.learn(batch.keys(), batch.rows());
        rows.addAll(batch.rows());
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startedNanos);
        status.set(new ScanStatus(phase, batch.items(), rows.size(), columns.hidden(), batch.readCapacity(), elapsed));
        if (!rows.isEmpty()) {
            asOf.arrived();
            state.set(ViewState.CONTENT);
        }
    }

    private void ended(ScanSummary summary) {
        finish(summary.complete() ? Phase.COMPLETE : Phase.LIMIT);
        if (rows.isEmpty()) {
            ViewState.Action seed = new ViewState.Action(TEXT.get("empty.rows.action"), () -> context.navigator().open("seeding"));
            boolean messages = Objects.equals(table.get(), context.session().settings().messagesTable());
            state.set(SetupOffer.empty(messages ? SetupOffer.of(context) : null, "fth-inbox", TEXT.get("empty.rows.title"),
                    TEXT.get("empty.rows.text"), seed, null));
        }
    }

    private void failed(Explanation explanation) {
        finish(Phase.FAILED);
        if (rows.isEmpty()) {
            // A scan costs read capacity, so it is not repeated without being asked for.
            state.set(new ViewState.LoadFailure(explanation, this::scan, null));
        } else {
            failure.set(explanation);
        }
    }

    /** The table was written to. A scan costs read capacity, so it is not repeated without being asked for. */
    void changed() {
        changed.set(status.get().phase() != Phase.NONE);
    }

    private void finish(Phase phase) {
        ScanBuffer mine = buffer;
        buffer = null;
        if (mine != null) {
            take(mine, phase);
        }
    }

    /** Stops the scan; items that were read stay, and the status shows that they are incomplete. */
    void stop() {
        if (!scanning.runningProperty().get()) {
            return;
        }
        scanning.cancel();
        finish(Phase.STOPPED);
        if (rows.isEmpty()) {
            ViewState.Action again = new ViewState.Action(TEXT.get("empty.none.action"), this::scan);
            state.set(new ViewState.Empty("fth-list", TEXT.get("empty.stopped.title"), TEXT.get("empty.stopped.text"), again));
        }
    }

    /** Cancels all jobs before the screen is closed. */
    void close() {
        listing.cancel();
        scanning.cancel();
        buffer = null;
    }

    ScanFormViewModel form() {
        return form;
    }

    /** The names of the tables. */
    ObservableList<String> tables() {
        return tables;
    }

    ObjectProperty<@Nullable String> tableProperty() {
        return table;
    }

    ItemColumns columns() {
        return columns;
    }

    /** The items that match the filter. */
    FilteredList<Item> shown() {
        return shown;
    }

    /** All items kept. */
    ObservableList<Item> rows() {
        return rows;
    }

    StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ScanStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether the table was written to since it was scanned. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** When the scan began. */
    AsOf asOf() {
        return asOf;
    }

    /** The failure to show while items stay visible, or null. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return scanning.runningProperty();
    }
}
