package dev.switchboard.ui.testing;

import dev.switchboard.job.JobRunner;
import dev.switchboard.ui.common.Dialogs;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.WindowDialogs;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The context of a test as the window has it: jobs on threads of their own, and real dialogs where they are asked for. */
public final class LiveContext {
    private LiveContext() {}

    /** With the test's operator, who answers at once. */
    public static UiContext of(TestContext test) {
        return with(test, test.dialogs());
    }

    /** With the window's dialogs over a stage. */
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
