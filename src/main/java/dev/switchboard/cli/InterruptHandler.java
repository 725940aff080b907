package dev.switchboard.cli;

import dev.switchboard.job.Job;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C on its way to the job that runs. The virtual machine tells of it on a thread of its own, and ends as soon as that
 * thread returns; so it waits there until the run has said what was left.
 */
public final class InterruptHandler {
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Job<?> job;
    private boolean requested;

    /** Lets an interruption reach this job from now on; one that came before reaches it at once. */
    void watch(Job<?> running) {
        boolean late;
        synchronized (this) {
            job = running;
            late = requested;
        }
        if (late) {
            running.cancel();
        }
    }

    /** Whether somebody interrupted the run. */
    synchronized boolean isRequested() {
        return requested;
    }

    /** The run has said its last word. */
    void end() {
        ended.countDown();
    }

    /** Cancels what runs and waits, for as long as patience lasts, until the run has said its last word. */
    public void interrupt(Duration patience) throws InterruptedException {
        @Nullable Job<?> running;
        synchronized (this) {
            requested = true;
            running = job;
        }
        if (ended.getCount() > 0 && running != null) {
            running.cancel();
        }
        var _ = ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
