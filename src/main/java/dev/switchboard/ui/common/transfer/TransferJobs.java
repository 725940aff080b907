package dev.switchboard.ui.common.transfer;

import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.job.Work;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Runs the jobs of the dialogs. Their progress and Cancel are in the job bar of the window. */
record TransferJobs(UiContext context) {
    private static final Messages TEXT = Messages.of(TransferJobs.class);

    /** Starts a job; a job that was canceled says what it left behind, and any other failure is shown as an error. */
    <T> void start(String title, Work<T> work, Consumer<T> done) {
        AtomicReference<Progress> job = new AtomicReference<>(Progress.NONE);
        context.jobs().start(
                title,
                progress -> {
                    job.set(progress);
                    return work.run(progress);
                },
                done,
                failure -> failed(title, failure, job.get().isCancelled()));
    }

    private void failed(String title, Explanation failure, boolean stopped) {
        String remedy = failure.remedy();
        if (stopped) {
            context.dialogs().info(
                    TEXT.get("job.stopped", title), remedy == null ? failure.sentence() : failure.sentence() + "\n\n" + remedy);
        } else {
            context.dialogs().error(failure);
        }
    }
}
