package dev.switchboard.job;

import dev.switchboard.failure.OperationCancelledException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on a thread of its own. Listeners are told of each change on the job's thread; whoever shows it moves to
 * the thread that draws. A cancelled job's thread is interrupted, so that a call under way ends at once.
 *
 * @param <T> what it returns
 */
public final class Job<T extends @Nullable Object> implements Progress {
    private static final ScopedValue<Job<?>> CURRENT = ScopedValue.newInstance();
    private final String title;
    private final Work<T> work;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final JobRates rates = new JobRates();
    private final long startedNanos = System.nanoTime();
    private volatile JobState state = JobState.RUNNING;
    private volatile String step = "";
    private volatile long done;
    private volatile long total = UNKNOWN;
    private volatile boolean cancelRequested;
    private volatile boolean writing;
    private volatile @Nullable T result;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Thread thread;

    Job(String title, Work<T> work) {
        this.title = title;
        this.work = work;
    }

    void runOnThisThread() {
        thread = Thread.currentThread();
        try {
            stopIfCancelled();
            result = ScopedValue.where(CURRENT, this).call(() -> work.run(this));
            end(JobState.SUCCEEDED);
        } catch (Throwable t) {
            failure = t;
            end(t instanceof OperationCancelledException || cancelRequested ? JobState.CANCELLED : JobState.FAILED);
            if (t instanceof VirtualMachineError error) {
                throw error;
            }
        }
    }

    private void end(JobState last) {
        synchronized (this) {
            thread = null;
            state = last;
            // The interrupt was for this job and must not hit what the thread does next.
            if (Thread.interrupted()) {
                cancelRequested = true;
            }
        }
        changed();
    }

    /** The job whose work runs on this thread; null where there is none. */
    public static @Nullable Job<?> current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /**
     * Marks that the job is about to write. From here on it can be asked to stop, but its answer is always delivered.
     *
     * @throws OperationCancelledException where it was stopped before; nothing may be written then
     */
    public synchronized void beginWriting() {
        stopIfCancelled();
        writing = true;
    }

    /** Whether it has begun to write, so that nobody may drop its answer. */
    public boolean isWriting() {
        return writing;
    }

    /**
     * Stops the job because nobody wants its answer any more.
     *
     * @return whether the answer may be dropped: it has written nothing and will not. A job that writes is only asked to stop
     */
    public boolean drop() {
        boolean droppable;
        synchronized (this) {
            droppable = !writing;
            cancelRequested = true;
            Thread running = thread;
            if (running != null) {
                running.interrupt();
            }
        }
        changed();
        return droppable;
    }

    /** Asks the job to stop; it ends as cancelled as soon as its work notices. Harmless once it has ended. */
    public void cancel() {
        var _ = drop();
    }

    /** Calls back on the job's thread after each change, and once now. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
        listener.run();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void step(String text) {
        step = text;
        changed();
    }

    @Override
    public void advance(long nowDone, long ofTotal) {
        done = nowDone;
        total = ofTotal;
        changed();
    }

    @Override
    public boolean isCancelled() {
        return cancelRequested;
    }

    @Override
    public void rateStarted(RateControl rate) {
        rates.start(rate);
        changed();
    }

    @Override
    public void rateEnded(RateControl rate) {
        rates.end(rate);
        changed();
    }

    /** The capacity that it uses, and the limits. */
    public JobRates rates() {
        return rates;
    }

    /** What the job is called, in words. */
    public String title() {
        return title;
    }

    public JobState state() {
        return state;
    }

    /** What it is doing now, in words; empty before the first step. */
    public String step() {
        return step;
    }

    /** Items done so far. */
    public long done() {
        return done;
    }

    /** Items in all, or {@link Progress#UNKNOWN}. */
    public long total() {
        return total;
    }

    /** The time since it began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** What the work returned; null unless the job succeeded. */
    public @Nullable T result() {
        return result;
    }

    /** What it failed with, or what said that it was cancelled; null while it runs and after success. */
    public @Nullable Throwable failure() {
        return failure;
    }
}
