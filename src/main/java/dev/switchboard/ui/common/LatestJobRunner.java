package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Job;
import dev.switchboard.job.Work;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A place for one job at a time, so that a stale answer never overwrites a newer one. JavaFX thread only. */
public final class LatestJobRunner {
    private final UiJobs jobs;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable JobViewModel> job = new ReadOnlyObjectWrapper<>();
    private @Nullable Job<?> current;
    private long generation;

    LatestJobRunner(UiJobs jobs) {
        this.jobs = jobs;
    }

    /** Whether an answer is awaited. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The state of the job whose answer is awaited, or null. */
    public ReadOnlyObjectProperty<@Nullable JobViewModel> jobProperty() {
        return job.getReadOnlyProperty();
    }

    /** Stops the former job, drops its answer, and starts this one. Parameters as in {@link UiJobs#start}. */
    public <T extends @Nullable Object> void start(String title, Work<T> work, Consumer<T> done, Consumer<Explanation> failed) {
        cancel();
        long mine = generation;
        running.set(true);
        Job<T> started = jobs.start(
                title,
                work,
                result -> {
                    if (mine == generation) {
                        ended();
                        done.accept(result);
                    }
                },
                failure -> {
                    if (mine == generation) {
                        ended();
                        failed.accept(failure);
                    }
                });
        current = started;
        if (running.get()) {
            job.set(jobs.view(started));
        }
    }

    private void ended() {
        running.set(false);
        job.set(null);
    }

    /** Stops the job, if one runs, and drops its answer. */
    public void cancel() {
        generation++;
        ended();
        Job<?> former = current;
        current = null;
        if (former != null) {
            former.cancel();
        }
    }

    /** Asks the job to stop and still hears what it says about that, such as what it left behind. */
    public void stop() {
        Job<?> now = current;
        if (now != null) {
            now.cancel();
        }
    }
}
