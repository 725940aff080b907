package dev.switchboard.ui.items.tabs;

import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.items.query.QueryViewModel;
import dev.switchboard.ui.items.results.ResultsViewModel;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A tab of the Items screen: a query and the items that it returned. JavaFX thread only. */
final class QueryTabViewModel {
    private static final Messages TEXT = Messages.of(QueryTabViewModel.class);
    private final UiContext context;
    private final TableNames tables;
    private final LatestJobRunner describing;
    private final QueryViewModel query = new QueryViewModel();
    private final ResultsViewModel results;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Explanation> unknown = new ReadOnlyObjectWrapper<>();
    private final StringBinding notice;
    private final Subscription shared;

    /** @param soon runs a task on the JavaFX thread after a short delay, so that pages are shown in batches */
    QueryTabViewModel(UiContext context, TableNames tables, Executor soon) {
        this(context, tables, new ResultsViewModel(context, soon));
    }

    QueryTabViewModel(UiContext context, TableNames tables, ResultsViewModel results) {
        this.context = context;
        this.tables = tables;
        this.results = results;
        describing = context.jobs().slot();
        notice = Bindings.createStringBinding(this::cost, query.planProperty(), query.detailsProperty(), unknown);
        query.tableProperty().addListener((observable, old, now) -> {
            name.set("");
            describe();
        });
        shared = tables.problemProperty().subscribe(this::showBefore).and(tables.names().subscribe(this::chooseUsual));
        chooseUsual();
    }

    private void showBefore(@Nullable ViewState problem) {
        ViewState.Action run = new ViewState.Action(TEXT.get("empty.none.action"), this::run);
        results.showBefore(problem == null
                ? new ViewState.Empty("fth-list", TEXT.get("empty.none.title"), TEXT.get("empty.none.text"), run)
                : problem);
    }

    private void chooseUsual() {
        if (query.textProperty().get().isEmpty() && query.tableProperty().get() == null) {
            query.tableProperty().set(tables.usual());
        }
    }

    private void describe() {
        @Nullable String table = query.tableProperty().get();
        unknown.set(null);
        if (table == null || table.isEmpty()) {
            describing.cancel();
            return;
        }
        describing.start(
                TEXT.get("job.describe", table),
                progress -> context.session().explorer().reader().table(table),
                this::know,
                unknown::set);
    }

    private void know(TableDetails details) {
        if (details.name().equals(query.tableProperty().get())) {
            query.know(details);
        }
    }

    private String cost() {
        @Nullable Explanation failed = unknown.get();
        if (failed != null) {
            return TEXT.get("cost.unknown", failed.sentence());
        }
        @Nullable ReadPlan plan = query.planProperty().get();
        @Nullable TableDetails details = query.detailsProperty().get();
        if (plan == null || details == null || plan.isQuery() || !details.name().equals(plan.table())) {
            return "";
        }
        try {
            @Nullable ReadEstimate estimate = context.session().explorer().reader().estimate(plan, details);
            String whole = estimate == null ? "" : estimate.text();
            return plan.limit() > 0 && plan.filter() == null ? TEXT.get("cost.limited", plan.limit(), whole) : whole;
        } catch (InvalidInputException e) {
            // The error of the query says so.
            return "";
        }
    }

    /** Runs the query, unless it is not valid. */
    void run() {
        @Nullable ReadPlan plan = query.planProperty().get();
        if (plan != null) {
            results.run(plan);
        }
    }

    /** Scans a table, even if it is not in the list yet. */
    void open(String table) {
        tables.add(table);
        query.tableProperty().set(table);
        run();
    }

    /**
     * Shows a query without running it.
     *
     * @param title the name of the saved query; empty for none
     */
    void show(String title, String text) {
        query.textProperty().set(text);
        name.set(title);
    }

    /** Whether the tab can show something else without a loss: nothing was run in it and nothing entered. */
    boolean isUnused() {
        @Nullable ReadPlan plan = query.planProperty().get();
        return results.isUnused() && plan != null && plan.equals(ReadPlan.scan(plan.table()).limited(plan.limit()));
    }

    QueryViewModel query() {
        return query;
    }

    ResultsViewModel results() {
        return results;
    }

    /** The name of the saved query that is shown; empty for none. */
    StringProperty nameProperty() {
        return name;
    }

    /** What a run would cost, as far as it reads more than a partition; empty for nothing to say. */
    StringBinding noticeProperty() {
        return notice;
    }

    /** Cancels all jobs before the tab is closed. */
    void close() {
        shared.unsubscribe();
        describing.cancel();
        results.close();
    }
}
