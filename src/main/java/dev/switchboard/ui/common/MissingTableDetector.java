package dev.switchboard.ui.common;

import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import java.util.function.Consumer;

/** Tells a table that is not there, which is the state of things before the first use, from every other failure to read it. */
public final class MissingTableDetector {
    private static final Messages TEXT = Messages.of(MissingTableDetector.class);
    private final Tables tables;
    private final String table;
    private final UiJobs jobs;
    private final Runnable openTables;

    /** @param openTables opens the screen where the table can be created */
    public MissingTableDetector(Tables tables, String table, UiJobs jobs, Runnable openTables) {
        this.tables = tables;
        this.table = table;
        this.jobs = jobs;
        this.openTables = openTables;
    }

    /** A place of its own for asking, so that panes that fail at the same time do not stop each other. */
    public LatestJobRunner slot() {
        return jobs.slot();
    }

    /**
     * Finds out what a failure to read means.
     *
     * @param slot of {@link #slot}, kept by the caller and stopped when it asks for something else
     * @param retry reads again
     * @param show told of the state to show
     */
    public void explain(LatestJobRunner slot, Explanation failure, Runnable retry, Consumer<ViewState> show) {
        ViewState.Trouble asItStands = new ViewState.Trouble(failure, retry);
        slot.start(
                TEXT.get("no-table.job", table),
                progress -> tables.find(table).isPresent(),
                present -> show.accept(present ? asItStands : missing(retry)),
                // Where even this fails, the first failure is the one worth reading.
                second -> show.accept(asItStands));
    }

    private ViewState missing(Runnable retry) {
        return new ViewState.Empty("fth-grid", TEXT.get("no-table.title", table), TEXT.get("no-table.text"),
                new ViewState.Action(TEXT.get("no-table.action"), openTables), retry);
    }
}
