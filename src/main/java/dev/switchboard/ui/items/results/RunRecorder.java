package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.explorer.query.PlanPrinter;
import dev.switchboard.explorer.query.QueryRun;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.time.Instant;

/** Adds runs to the history of queries. */
final class RunRecorder {
    private static final Messages TEXT = Messages.of(RunRecorder.class);
    private final UiContext context;

    RunRecorder(UiContext context) {
        this.context = context;
    }

    /** @param status the status at the end of the run */
    void add(Instant started, ReadPlan plan, ReadStatus status) {
        QueryRun run = new QueryRun(started, PlanPrinter.print(plan), outcome(status.phase()), status.items(), status.scanned(),
                status.readCapacity(), status.elapsed());
        context.jobs().start(
                TEXT.get("job.history"),
                progress -> {
                    context.session().explorer().history().add(run);
                    return run;
                },
                added -> {},
                context.dialogs()::error);
    }

    private static QueryRun.Outcome outcome(ReadStatus.Phase phase) {
        return switch (phase) {
            case COMPLETE -> QueryRun.Outcome.COMPLETE;
            case LIMIT -> QueryRun.Outcome.LIMIT;
            case FAILED -> QueryRun.Outcome.FAILED;
            case NONE, RUNNING, STOPPED -> QueryRun.Outcome.STOPPED;
        };
    }
}
