package dev.switchboard.job;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts work. The one door to other threads: services are synchronous, and whoever must not wait starts them here. */
public interface JobRunner {
    /**
     * Starts work.
     *
     * @param title what it is called, in words
     * @param atStart told of the job before it runs, so that no change of it is missed
     */
    <T extends @Nullable Object> Job<T> start(String title, Work<T> work, Consumer<Job<T>> atStart);

    /** Each job on a virtual thread of its own. */
    static JobRunner onVirtualThreads() {
        return new JobRunner() {
            @Override
            public <T extends @Nullable Object> Job<T> start(String title, Work<T> work, Consumer<Job<T>> atStart) {
                Job<T> job = new Job<>(title, work);
                atStart.accept(job);
                Thread.ofVirtual().name("job: " + title).start(job::runOnThisThread);
                return job;
            }
        };
    }

    /** Each job at once on the calling thread: for tests, and for callers that are on a thread of their own already. */
    static JobRunner onCallingThread() {
        return new JobRunner() {
            @Override
            public <T extends @Nullable Object> Job<T> start(String title, Work<T> work, Consumer<Job<T>> atStart) {
                Job<T> job = new Job<>(title, work);
                atStart.accept(job);
                job.runOnThisThread();
                return job;
            }
        };
    }
}
