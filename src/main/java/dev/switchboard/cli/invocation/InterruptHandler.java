package dev.switchboard.cli.invocation;

import dev.switchboard.job.Job;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Passes Ctrl-C to the running job. The JVM calls a shutdown hook on its own thread and exits when it returns, so the hook waits
 * until the run has reported what was left.
 */
public final class InterruptHandler {
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread thread;
    private @Nullable Job<?> job;
    private boolean requested;

    /** Passes interruptions to the calling thread from now on, until there is a job. */
    public synchronized void begin() {
        thread = Thread.currentThread();
    }

    /** Passes interruptions to this job from now on; an earlier one cancels it at once. */
    public void watch(Job<?> running) {
        boolean late;
        synchronized (this) {
            job = running;
            late = requested;
        }
        if (late) {
            running.cancel();
        }
    }

    /** Returns whether the user interrupted the run. */
    public synchronized boolean isRequested() {
        return requested;
    }

    /** Signals that the run has printed its last output. */
    public void end() {
        ended.countDown();
    }

    /** Cancels the running job and waits, at most for the given time, until the run has printed its last output. */
    public void interrupt(Duration patience) throws InterruptedException {
        @Nullable Job<?> running;
        @Nullable Thread waiting;
        synchronized (this) {
            requested = true;
            running = job;
            waiting = thread;
        }
        if (ended.getCount() == 0) {
            return;
        }
        if (running != null && !running.state().isFinal()) {
            running.cancel();
        } else if (waiting != null) {
            waiting.interrupt();
        }
        var _ = ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
