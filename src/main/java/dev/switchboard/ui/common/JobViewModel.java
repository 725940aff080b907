package dev.switchboard.ui.common;

import dev.switchboard.job.Job;
import dev.switchboard.job.JobState;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.job.RateText;
import dev.switchboard.text.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** A job as properties. However often the job reports, at most one update waits for the JavaFX thread. */
public final class JobViewModel {
    private static final Messages TEXT = Messages.of(JobViewModel.class);
    private final Job<?> job;
    private final Executor fx;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);

    JobViewModel(Job<?> job, Executor fx) {
        this.job = job;
        this.fx = fx;
    }

    void changed() {
        if (waiting.compareAndSet(false, true)) {
            fx.execute(() -> {
                waiting.set(false);
                update();
            });
        }
    }

    /** Whether this is the state of that job. */
    public boolean isOf(Job<?> other) {
        return job == other;
    }

    /** Whether it has ended and has an answer to show. */
    public boolean endedWell() {
        return job.state() == JobState.SUCCEEDED;
    }

    private void update() {
        long done = job.done();
        long total = job.total();
        fraction.set(total > 0 ? Math.min(1, (double) done / total) : -1);
        String count;
        if (total != Progress.UNKNOWN) {
            count = total > 0 ? TEXT.get("jobs.of", done, total) : "";
        } else {
            double seconds = Math.max(0.001, job.elapsed().toMillis() / 1000.0);
            count = done > 0 ? TEXT.get("jobs.so-far", done, Math.round(done / seconds)) : "";
        }
        String step = job.isCancelled() ? TEXT.get("jobs.stopping") : job.step();
        stopping.set(job.isCancelled());
        text.set(step.isEmpty() || count.isEmpty() ? step + count : step + " · " + count);
    }

    public String title() {
        return job.title();
    }

    /** Whether it has begun to write, so that its answer must be waited for. */
    public boolean isWriting() {
        return job.isWriting();
    }

    /** Whether it was asked to stop and has not ended yet. */
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    /** How long it has run. */
    public Duration elapsed() {
        return job.elapsed();
    }

    /** The step and the count, such as “Writing · 96 of 142”; without a known total the count and the rate. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** From 0 to 1, or -1 where nobody knows the total. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** The capacity that it uses, such as “312 of 500 WCU/s”; empty if it uses none, as of the last {@link #refreshRates}. */
    public ReadOnlyStringProperty rateProperty() {
        return rate.getReadOnlyProperty();
    }

    /** Updates the rates, which also change while the job reports nothing. */
    public void refreshRates() {
        rate.set(job.state().isFinal() ? "" : RateText.of(rates()));
    }

    /** The capacity that it uses now. */
    public List<RateControl> rates() {
        return job.rates().current();
    }

    /** The limit of a rate as it is entered; 0 for none. */
    public static String limitText(RateControl rate) {
        return BigDecimal.valueOf(rate.limit()).stripTrailingZeros().toPlainString();
    }

    /**
     * Changes the limit of the capacity that it uses, also in its later steps.
     *
     * @param text capacity units per second; 0 for no limit
     * @return why it is not a valid limit; null if it is
     */
    public @Nullable String limit(RateControl.Unit unit, String text) {
        try {
            double limit = Double.parseDouble(text.strip().replace(",", ""));
            if (limit >= 0 && Double.isFinite(limit)) {
                job.rates().limit(unit, limit);
                refreshRates();
                return null;
            }
        } catch (NumberFormatException e) {
            return TEXT.get("jobs.rate.invalid", text);
        }
        return TEXT.get("jobs.rate.invalid", text);
    }

    /** Asks it to stop. */
    public void cancel() {
        job.cancel();
    }
}
