package dev.switchboard.testing;

import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;

/** Keeps what is reported, and asks to stop as soon as that many items are done. */
public final class RecordedProgress implements Progress {
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final List<RateControl> rates = new CopyOnWriteArrayList<>();
    private final LongPredicate stopAt;
    private volatile long done;
    private volatile long total;
    private final BooleanSupplier stopWhen;
    private volatile boolean cancelled;

    public RecordedProgress() {
        this(done -> false);
    }

    public RecordedProgress(LongPredicate stopAt) {
        this(stopAt, () -> false);
    }

    private RecordedProgress(LongPredicate stopAt, BooleanSupplier stopWhen) {
        this.stopAt = stopAt;
        this.stopWhen = stopWhen;
    }

    /** Asks to stop as soon as something is so, whatever is reported. */
    public static RecordedProgress cancelledWhen(BooleanSupplier condition) {
        return new RecordedProgress(done -> false, condition);
    }

    @Override
    public void step(String text) {
        steps.add(text);
    }

    @Override
    public void advance(long nowDone, long ofTotal) {
        done = nowDone;
        total = ofTotal;
        if (stopAt.test(nowDone)) {
            cancelled = true;
        }
    }

    /** Asks to stop. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled || stopWhen.getAsBoolean();
    }

    @Override
    public void rateStarted(RateControl rate) {
        rates.add(rate);
    }

    /** The rates that were started, in this order, of reads or of writes. */
    public List<RateControl> rates(RateControl.Unit unit) {
        return rates.stream().filter(rate -> rate.unit() == unit).toList();
    }

    public List<String> steps() {
        return steps;
    }

    public long done() {
        return done;
    }

    public long total() {
        return total;
    }
}
