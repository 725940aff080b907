package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.JobState;
import dev.switchboard.job.Work;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts service calls on a thread of their own and their answers back on the JavaFX thread. Called on the JavaFX thread only.
 * After {@link #close} no answer is delivered any more, except that of a job that writes, which goes to {@link #onWriteEnded}. In tests: {@code new UiJobs(JobRunner.onCallingThread(), Runnable::run, …)}.
 */
public final class UiJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UiJobs.class);
    private final JobRunner runner;
    private final Executor fx;
    private final FailureExplainer explanations;
    private final ObservableList<JobViewModel> running = FXCollections.observableArrayList();
    private final List<JobViewModel> answering = new ArrayList<>();
    private Consumer<WriteAnswer> writeEnded = answer -> {};
    private boolean closed;

    /**
     * How a job that wrote has ended.
     *
     * @param failure what it failed with or what it said after a stop; null where it succeeded
     * @param delivered whether whoever started it was told; false after the close
     */
    public record WriteAnswer(String title, @Nullable Explanation failure, boolean delivered) {}

    /** @param fx runs a callback on the JavaFX thread */
    public UiJobs(JobRunner runner, Executor fx, FailureExplainer explanations) {
        this.runner = runner;
        this.fx = fx;
        this.explanations = explanations;
    }

    /** The jobs that run now, oldest first; the job bar shows those that take longer than half a second. */
    public ObservableList<JobViewModel> running() {
        return running;
    }

    /** The jobs that have begun to write and whose answer was not given yet, oldest first. */
    public List<JobViewModel> writing() {
        return Stream.concat(answering.stream(), running.stream().filter(JobViewModel::isWriting)).toList();
    }

    /** Tells of the end of each job that wrote, after whoever started it was told, and also after the close. */
    public void onWriteEnded(Consumer<WriteAnswer> listener) {
        writeEnded = listener;
    }

    /** The state of a job that is running, or null. */
    @Nullable
    JobViewModel view(Job<?> job) {
        return running.stream().filter(view -> view.isOf(job)).findFirst().orElse(null);
    }

    /** Puts what a service threw into words. */
    public Explanation explain(Throwable thrown) {
        return explanations.of(thrown);
    }

    /**
     * Starts work.
     *
     * @param title what the job bar calls it
     * @param done told of the result, on the JavaFX thread
     * @param failed told of a failure or of a stop, on the JavaFX thread
     */
    public <T extends @Nullable Object> Job<T> start(String title, Work<T> work, Consumer<T> done, Consumer<Explanation> failed) {
        return runner.start(title, work, job -> {
            JobViewModel shown = new JobViewModel(job, fx);
            running.add(shown);
            AtomicBoolean ended = new AtomicBoolean();
            job.onChange(() -> {
                if (!job.state().isFinal()) {
                    shown.changed();
                } else if (ended.compareAndSet(false, true)) {
                    // Here and not on the JavaFX thread, because the remedy for expired credentials reads the AWS configuration.
                    @Nullable Throwable failure = job.failure();
                    @Nullable Explanation explanation = failure == null ? null : inWords(job, failure);
                    fx.execute(() -> end(job, shown, explanation, done, failed));
                }
            });
        });
    }

    @SuppressWarnings("NullAway") // the result of a job that succeeded is a T, whatever T allows
    private <T extends @Nullable Object> void end(
            Job<T> job, JobViewModel shown, @Nullable Explanation words, Consumer<T> done, Consumer<Explanation> failed) {
        running.remove(shown);
        Throwable failure = job.failure();
        if (failure != null && words != null && job.state() == JobState.FAILED) {
            log(job.title(), failure, words);
        }
        boolean wrote = job.isWriting();
        @Nullable Explanation explanation = closed && !wrote ? null : words;
        boolean delivered = !closed;
        if (wrote) {
            answering.add(shown);
        }
        try {
            if (delivered && explanation == null) {
                done.accept(job.result());
            } else if (delivered) {
                failed.accept(explanation);
            }
        } finally {
            if (wrote) {
                answering.remove(shown);
                writeEnded.accept(new WriteAnswer(job.title(), explanation, delivered));
            }
        }
    }

    private Explanation inWords(Job<?> job, Throwable failure) {
        boolean own = failure instanceof OperationCancelledException || (job.isWriting() && failure instanceof Failure);
        if (job.state() != JobState.CANCELLED || own) {
            return explanations.of(failure);
        }
        // The call that was interrupted fails in its backend's own way; what the operator did was to stop it.
        Explanation technical = explanations.of(failure);
        return new Explanation(Messages.of(UiJobs.class).get("jobs.stopped", job.title()), null, technical.detail(), true);
    }

    private static void log(String title, Throwable failure, Explanation explanation) {
        if (explanation.expected()) {
            LOG.info("{}: {}", title, explanation.sentence());
        } else {
            LOG.error("{} failed", title, failure);
        }
    }

    /** Runs something on the JavaFX thread for work under way, such as showing a step that has ended; dropped after the close. */
    public void later(Runnable what) {
        fx.execute(() -> {
            if (!closed) {
                what.run();
            }
        });
    }

    /** A place for one reading job at a time: starting another stops the former and drops its answer. */
    public LatestJobRunner slot() {
        return new LatestJobRunner(this);
    }

    /** Stops every job and drops what those that only read still answer; those that write are asked to stop. */
    @Override
    public void close() {
        closed = true;
        List.copyOf(running).forEach(JobViewModel::cancel);
    }
}
