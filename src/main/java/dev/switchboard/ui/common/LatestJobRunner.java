package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Job;
import dev.switchboard.job.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Runs one reading job at a time, so that a stale answer never overwrites a newer one. A job that has begun to write is never dropped: its
 * answer is delivered even if a newer job was started in the meantime. JavaFX thread only.
 */
public final class LatestJobRunner {
    private final UiJobs jobs;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable JobViewModel> job = new ReadOnlyObjectWrapper<>();
    private final List<Run> awaited = new ArrayList<>();

    /** A job whose answer is awaited; the job is null until it was started. */
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

    /** The state of the newest job whose answer is awaited, or null. */
    public ReadOnlyObjectProperty<@Nullable JobViewModel> jobProperty() {
        return job.getReadOnlyProperty();
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
        mine.job = jobs.start(
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
        update();
    }

    private boolean ended(Run run) {
        boolean wanted = awaited.remove(run);
        update();
        return wanted;
    }

    private void update() {
        running.set(!awaited.isEmpty());
        @Nullable Job<?> newest = awaited.isEmpty() ? null : awaited.getLast().job;
        job.set(newest == null ? null : jobs.view(newest));
    }

    /** Stops what only reads and drops its answer. Asks a job that writes to stop; its answer is still delivered. */
    public void cancel() {
        awaited.removeIf(run -> run.job == null || run.job.drop());
        update();
    }

    /** Asks the jobs to stop and still delivers their answers, such as what they left behind. */
    public void stop() {
        for (Run run : List.copyOf(awaited)) {
            if (run.job != null) {
                run.job.cancel();
            }
        }
    }
}
