package dev.switchboard.ui.testing;

import dev.switchboard.job.JobRunner;
import dev.switchboard.ui.common.Dialogs;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.WindowDialogs;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Stage;

/** A context as in the window: jobs on separate threads and, if requested, real dialogs. */
public final class LiveContext {
    private LiveContext() {}

    /** With fake dialogs. */
    public static UiContext of(TestContext test) {
        return with(test, test.dialogs(), JobRunner.onVirtualThreads(), Platform::runLater);
    }

    /** With jobs that the test holds, and another thread than that of JavaFX. */
    public static UiContext of(TestContext test, JobRunner runner, Executor fx) {
        return with(test, test.dialogs(), runner, fx);
    }

    /** With real dialogs of a stage. */
    public static UiContext of(TestContext test, Stage owner) {
        WindowDialogs dialogs = new WindowDialogs(() -> owner, test.context().session().environment());
        return with(test, dialogs, JobRunner.onVirtualThreads(), Platform::runLater);
    }

    private static UiContext with(TestContext test, Dialogs dialogs, JobRunner runner, Executor fx) {
        UiContext still = test.context();
        UiJobs jobs = new UiJobs(runner, fx, still.session().explanations());
        return new UiContext(still.session(), jobs, dialogs, still.notices(), still.lock(), still.state(), still.sources(),
                still.navigator());
    }
}
