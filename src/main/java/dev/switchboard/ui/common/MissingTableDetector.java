package dev.switchboard.ui.common;

import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.Explanation;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Distinguishes a missing table, which is normal before the first use, from other failures to read it. */
public final class MissingTableDetector {
    private static final Messages TEXT = Messages.of(MissingTableDetector.class);
    private final Tables tables;
    private final String table;
    private final UiJobs jobs;
    private final Runnable openTables;
    private final @Nullable SetupOffer setup;

    /** @param openTables opens the screen that can create the table */
    public MissingTableDetector(Tables tables, String table, UiJobs jobs, Runnable openTables) {
        this(tables, table, jobs, openTables, null);
    }

    /**
     * Likewise, with a setup to offer.
     *
     * @param setup offers to set up what is missing; null where that is not offered
     */
    public MissingTableDetector(Tables tables, String table, UiJobs jobs, Runnable openTables, @Nullable SetupOffer setup) {
        this.tables = tables;
        this.table = table;
        this.jobs = jobs;
        this.openTables = openTables;
        this.setup = setup;
    }

    /** For the messages table of a session, with the setup where the environment permits it. */
    public static MissingTableDetector of(UiContext context) {
        Session session = context.session();
        return new MissingTableDetector(session.tables(), session.settings().messagesTable(), context.jobs(),
                () -> context.navigator().open("tables"), SetupOffer.of(context));
    }

    /** What offers to set up the environment; null where that is not offered. */
    public @Nullable SetupOffer setup() {
        return setup;
    }

    /** A separate job slot per caller, so that panes that fail at the same time do not cancel each other. */
    public LatestJobRunner slot() {
        return jobs.slot();
    }

    /**
     * Determines the view state for a failure to read.
     *
     * @param slot a slot from {@link #slot}, kept by the caller and canceled when the caller loads something else
     * @param retry repeats the read
     * @param show receives the state to show
     */
    public void explain(LatestJobRunner slot, Explanation failure, Runnable retry, Consumer<ViewState> show) {
        SetupOffer offer = setup;
        if (offer != null) {
            offer.explain(slot, failure, retry, show);
            return;
        }
        ViewState.LoadFailure asItStands = new ViewState.LoadFailure(failure, retry);
        slot.start(
                TEXT.get("no-table.job", table),
                progress -> tables.find(table).isPresent(),
                present -> show.accept(present ? asItStands : missing(retry)),
                // If this check fails as well, the first failure is the relevant one.
                second -> show.accept(asItStands));
    }

    private ViewState missing(Runnable retry) {
        return new ViewState.Empty("fth-grid", TEXT.get("no-table.title", table), TEXT.get("no-table.text"),
                new ViewState.Action(TEXT.get("no-table.action"), openTables), retry);
    }
}
