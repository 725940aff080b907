package dev.switchboard.ui.testing;

import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.Work;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Jobs on virtual threads; those whose title fits do their work and then do not end before {@link #release}, stopped or not. */
public final class HeldJobs implements JobRunner {
    private static final long SECONDS = 30;
    private final JobRunner runner = JobRunner.onVirtualThreads();
    private final Predicate<String> held;
    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<Object> results = new CopyOnWriteArrayList<>();

    /** @param held tells by its title whether a job is held */
    public HeldJobs(Predicate<String> held) {
        this.held = held;
    }

    @Override
    public <T extends @Nullable Object> Job<T> start(String title, Work<T> work, Consumer<Job<T>> atStart) {
        return runner.start(title, held.test(title) ? progress -> hold(work.run(progress)) : work, atStart);
    }

    private <T extends @Nullable Object> T hold(T result) {
        if (result != null) {
            results.add(result);
        }
        arrived.release();
        boolean interrupted = false;
        while (true) {
            try {
                gate.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result;
    }

    /** Waits until another job has done its work and is held. */
    public void awaitHeld() {
        try {
            if (!arrived.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("No job was held within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets the held jobs end, and those to come. */
    public void release() {
        gate.countDown();
    }

    /** What the held jobs will return, in order. */
    public List<Object> results() {
        return results;
    }
}
