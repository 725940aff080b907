package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.CapacityGate;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.settings.EnvironmentPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Limits the consumed read or write capacity per second of an operation: a token bucket that is filled at the limit, holds a second of it,
 * and is charged with what DynamoDB reports as consumed. When DynamoDB throttles a request, the rate falls below the limit and rises slowly
 * afterwards; so an operation without a limit finds the rate that the table allows. What a request will use is foreseen from what earlier
 * ones of its kind used for each item. Shared by the requests of an operation, which go through a {@link CapacityScope}. Thread-safe.
 */
public final class CapacityLimiter implements RateControl {
    /** A rate: the share of the table's capacity that the environment allows. */
    public static final double USUAL = -1;

    private static final double BURST_SECONDS = 1;
    /** A request uses at most what is refilled in this time, because other clients have to wait for so long after it. */
    private static final double REQUEST_SECONDS = 0.25;
    /** Smaller requests would use up a good part of a low rate by rounding: a page takes a half unit for each 4 KB begun. */
    private static final double LEAST_REQUEST = 2.5;
    /** A wait is no longer, so that a changed limit takes effect. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final double CUT = 0.85;
    /** Requests in progress, and the SDK's next attempts of them, are rejected together, which is one reason to slow down and not several. */
    private static final double CUT_SECONDS = 2;
    /** Regained each second, as a part of the provisioned capacity or the limit. */
    private static final double REGAINED = 0.05;
    /** The part of the provisioned capacity that is used after throttling; the rest pays what is still owed, and is left to others. */
    private static final double SUSTAINED = 0.97;
    /** Regained each second above that: the capacity could have been raised meanwhile. */
    private static final double TRIED = 0.002;
    private static final double LOWEST = 0.5;
    private static final double SHOWN_SECONDS = 3;
    private static final double NEW_UNITS_WEIGHT = 0.3;

    private final Unit unit;
    private final double provisioned;
    private final LongSupplier nanoTime;
    private final BiConsumer<Duration, Progress> pause;
    private final long startedNanos;
    private double limit;
    private double allowed = Double.POSITIVE_INFINITY;
    private double tokens;
    private final Map<String, Double> unitsPerItem = new HashMap<>();
    private double recent;
    private double lastConsumed;
    private long refilledNanos;
    private long recentNanos;
    private long cutNanos;

    /**
     * @param limit units per second; 0 for none
     * @param provisioned the provisioned capacity of the table; 0 if it is on demand or not known
     */
    public CapacityLimiter(Unit unit, double limit, double provisioned) {
        this(unit, limit, provisioned, System::nanoTime, Poller::pause);
    }

    /**
     * @param nanoTime the clock
     * @param pause waits for a time unless the operation is canceled
     */
    public CapacityLimiter(Unit unit, double limit, double provisioned, LongSupplier nanoTime, BiConsumer<Duration, Progress> pause) {
        this.unit = unit;
        this.limit = limit;
        this.provisioned = provisioned;
        this.nanoTime = nanoTime;
        this.pause = pause;
        startedNanos = nanoTime.getAsLong();
        refilledNanos = startedNanos;
        recentNanos = startedNanos;
        cutNanos = startedNanos - TimeUnit.DAYS.toNanos(1);
    }

    /**
     * Limits the reads of a table.
     *
     * @param rate read capacity units per second; 0 for no limit, negative for the share of the capacity that the environment allows
     */
    public static CapacityLimiter reads(double rate, TableDetails table, EnvironmentPolicy policy) {
        return new CapacityLimiter(Unit.READ, rate < 0 ? table.readCapacity() * policy.readShare() : rate, table.readCapacity());
    }

    /**
     * Limits the writes to a table.
     *
     * @param rate write capacity units per second; 0 for no limit, negative for the share of the capacity that the environment allows
     */
    public static CapacityLimiter writes(double rate, TableDetails table, EnvironmentPolicy policy) {
        return new CapacityLimiter(Unit.WRITE, rate < 0 ? table.writeCapacity() * policy.writeShare() : rate, table.writeCapacity());
    }

    /** The capacity units per second that may be used now, at most the limit; 0 for any number. */
    public synchronized double unitsPerSecond() {
        refill();
        return rate();
    }

    /** How many capacity units a request should use now, at most; 0 for any number. */
    public synchronized double unitsPerRequest() {
        refill();
        double rate = rate();
        return Math.max(rate * REQUEST_SECONDS, Math.min(rate, LEAST_REQUEST));
    }

    @Override
    public Unit unit() {
        return unit;
    }

    @Override
    public synchronized double limit() {
        return limit;
    }

    @Override
    public synchronized void limit(double unitsPerSecond) {
        refill();
        limit = Math.max(0, unitsPerSecond);
        // What was charged at another rate, or at none, must not be waited for at this one.
        tokens = limit == 0 ? 0 : Math.max(tokens, -limit);
    }

    @Override
    public synchronized boolean isBackingOff() {
        refill();
        return allowed < (limit > 0 ? limit : Double.POSITIVE_INFINITY);
    }

    @Override
    public synchronized double current() {
        double age = Math.max(1, seconds(nanoTime.getAsLong() - startedNanos));
        return decayed() / SHOWN_SECONDS / (1 - Math.exp(-age / SHOWN_SECONDS));
    }

    /** The gate of the requests of an operation, whose waits end when it is canceled. */
    CapacityGate gate(Progress progress) {
        return new CapacityGate() {
            @Override
            public Reservation acquire(String operation, int items) {
                return new Reservation(operation, CapacityLimiter.this.acquire(operation, items, progress));
            }

            @Override
            public void settle(Reservation reserved, int items, double consumed) {
                CapacityLimiter.this.settle(reserved, items, consumed);
            }

            @Override
            public double unitsPerRequest() {
                return CapacityLimiter.this.unitsPerRequest();
            }

            @Override
            public void throttled() {
                CapacityLimiter.this.throttled();
            }
        };
    }

    private double acquire(String operation, int items, Progress progress) {
        while (true) {
            Duration wait;
            synchronized (this) {
                refill();
                double rate = rate();
                if (rate == 0 || tokens >= 0) {
                    double reserved = Math.min(rate, items * unitsPerItem.getOrDefault(operation, 1.0));
                    tokens -= reserved;
                    return reserved;
                }
                wait = Duration.ofNanos(1 + (long) (-tokens / rate * 1e9));
            }
            pause.accept(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT, progress);
        }
    }

    private synchronized void settle(CapacityGate.Reservation reserved, int items, double consumed) {
        refill();
        tokens = rate() == 0 ? 0 : tokens + reserved.units() - consumed;
        if (consumed > 0) {
            if (lastConsumed == 0) {
                // Once, a quarter of a second is paid for that nothing used, so that the table has that much left for others all the time.
                tokens -= rate() * REQUEST_SECONDS;
            }
            lastConsumed = consumed;
            unitsPerItem.merge(
                    reserved.operation(), consumed / Math.max(1, items), (before, now) -> before + (now - before) * NEW_UNITS_WEIGHT);
            recent = decayed() + consumed;
            recentNanos = nanoTime.getAsLong();
        }
    }

    private synchronized void throttled() {
        refill();
        long now = nanoTime.getAsLong();
        if (seconds(now - cutNanos) < CUT_SECONDS) {
            return;
        }
        cutNanos = now;
        double rate = rate();
        if (provisioned > 0 && (rate == 0 || rate > provisioned)) {
            // The table can sustain its provisioned capacity, and more only until its burst capacity is used up.
            allowed = provisioned * SUSTAINED;
            // The last request was admitted with less left than it used, so that nothing more is until that is refilled.
            tokens = Math.min(tokens, -lastConsumed);
            cutNanos += (long) (lastConsumed / allowed * 1e9);
        } else {
            allowed = Math.max(LOWEST, (rate == 0 ? current() : rate) * CUT);
        }
    }

    private double rate() {
        double rate = Math.min(limit > 0 ? limit : Double.POSITIVE_INFINITY, allowed);
        return Double.isInfinite(rate) ? 0 : rate;
    }

    private void refill() {
        long now = nanoTime.getAsLong();
        double seconds = seconds(now - refilledNanos);
        refilledNanos = now;
        double rate = rate();
        tokens = Math.min(tokens + rate * seconds, rate * BURST_SECONDS);
        if (!Double.isInfinite(allowed)) {
            allowed = regained(seconds);
        }
    }

    private double regained(double seconds) {
        double step = provisioned > 0 ? provisioned : limit > 0 ? limit : allowed;
        double soon = allowed + Math.max(step * REGAINED, LOWEST * REGAINED) * seconds;
        double sustained = provisioned * SUSTAINED;
        return sustained == 0 || soon <= sustained ? soon : Math.max(allowed, sustained) + provisioned * TRIED * seconds;
    }

    private double decayed() {
        return recent * Math.exp(-seconds(nanoTime.getAsLong() - recentNanos) / SHOWN_SECONDS);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
