package dev.switchboard.ui.shell;

import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.JobState;
import dev.switchboard.job.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All jobs of a window and the failures of failed jobs. */
final class WatchedJobs implements JobRunner {
    private final JobRunner runner = JobRunner.onVirtualThreads();
    private final Semaphore news = new Semaphore(0);
    private final List<Job<?>> unseen = new CopyOnWriteArrayList<>();

    @Override
    public <T extends @Nullable Object> Job<T> start(String title, Work<T> work, Consumer<Job<T>> atStart) {
        return runner.start(title, work, job -> {
            unseen.add(job);
            job.onChange(news::release);
            atStart.accept(job);
        });
    }

    /** Waits briefly for a change of a job. */
    void awaitNews() throws InterruptedException {
        news.tryAcquire(50, TimeUnit.MILLISECONDS);
    }

    boolean running() {
        return unseen.stream().anyMatch(job -> !job.state().isFinal());
    }

    /** The failures since the last call, without canceled jobs. */
    List<Throwable> takeFailures() {
        List<Throwable> failures = new ArrayList<>();
        for (Job<?> job : unseen) {
            Throwable failure = job.failure();
            if (failure != null && job.state() == JobState.FAILED) {
                failures.add(failure);
            }
        }
        unseen.clear();
        return failures;
    }
}
