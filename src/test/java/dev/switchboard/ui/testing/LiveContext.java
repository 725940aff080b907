package dev.switchboard.ui.testing;

import dev.switchboard.job.JobRunner;
import dev.switchboard.ui.common.Dialogs;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.WindowDialogs;
import javafx.application.Platform;
import javafx.stage.Stage;

/** A context as in the window: jobs on separate threads and, if requested, real dialogs. */
public final class LiveContext {
    private LiveContext() {}

    /** With fake dialogs. */
    public static UiContext of(TestContext test) {
        return with(test, test.dialogs());
    }

    /** With real dialogs of a stage. */
    public static UiContext of(TestContext test, Stage owner) {
        return with(test, new WindowDialogs(() -> owner, test.context().session().environment()));
    }

    private static UiContext with(TestContext test, Dialogs dialogs) {
        UiContext still = test.context();
        UiJobs jobs = new UiJobs(JobRunner.onVirtualThreads(), Platform::runLater, still.session().explanations());
        return new UiContext(still.session(), jobs, dialogs, still.notices(), still.lock(), still.state(), still.sources(),
                still.navigator());
    }
}
