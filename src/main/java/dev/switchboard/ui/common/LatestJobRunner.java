package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Job;
import dev.switchboard.job.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Runs one reading job at a time, so that a stale answer never overwrites a newer one. A job that has begun to write is never dropped: its
 * answer is delivered even where a newer job was started meanwhile. JavaFX thread only.
 */
public final class LatestJobRunner {
    private final UiJobs jobs;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final List<Run> awaited = new ArrayList<>();

    private static final class Run {
        private @Nullable Job<?> job;
    }

    LatestJobRunner(UiJobs jobs) {
        this.jobs = jobs;
    }

    /** Whether an answer is awaited. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /**
     * Stops the former job and drops its answer, unless it writes, and starts this one. A former job that writes goes on. Parameters as in
     * {@link UiJobs#start}.
     */
    public <T extends @Nullable Object> void start(String title, Work<T> work, Consumer<T> done, Consumer<Explanation> failed) {
        awaited.removeIf(run -> run.job == null || (!run.job.isWriting() && run.job.drop()));
        Run mine = new Run();
        awaited.add(mine);
        running.set(true);
        Job<T> job = jobs.start(
                title,
                work,
                result -> {
                    if (ended(mine)) {
                        done.accept(result);
                    }
                },
                failure -> {
                    if (ended(mine)) {
                        failed.accept(failure);
                    }
                });
        mine.job = job;
    }

    private boolean ended(Run run) {
        boolean wanted = awaited.remove(run);
        running.set(!awaited.isEmpty());
        return wanted;
    }

    /** Stops what only reads and drops its answer. Asks a job that writes to stop; its answer is still delivered. */
    public void cancel() {
        awaited.removeIf(run -> run.job == null || run.job.drop());
        running.set(!awaited.isEmpty());
    }

    /** Asks the jobs to stop and still hears what they say about that, such as what they left behind. */
    public void stop() {
        for (Run run : List.copyOf(awaited)) {
            if (run.job != null) {
                run.job.cancel();
            }
        }
    }
}
