package dev.switchboard.environment;

import dev.switchboard.failure.Refused;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session may write. dev is always open. prd is closed until somebody types its name, and closes itself again after
 * {@link #OPEN_FOR}, and where the machine slept or its clock was set meanwhile; the clients ask at each call, so that nothing
 * above them can get round it. Safe for several threads.
 */
public final class WriteLock {
    /** How long prd stays open. */
    public static final Duration OPEN_FOR = Duration.ofMinutes(10);

    /** How far the clock and the time that the machine was awake may drift apart: a clock that is being set right stays below it. */
    private static final Duration LARGEST_DRIFT = Duration.ofMinutes(1);

    private static final Messages TEXT = Messages.of(WriteLock.class);
    private final Environment environment;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final LongSupplier awake;
    private volatile @Nullable Opening opening;

    /**
     * When it was opened.
     *
     * @param awakeNanos what the machine's own counter said then, which stands still while the machine sleeps
     */
    private record Opening(Instant at, long awakeNanos) {}

    public WriteLock(Environment environment, InstantSource clock) {
        this(environment, clock, System::nanoTime);
    }

    /** @param awake the nanoseconds that the machine has been awake, from any beginning */
    WriteLock(Environment environment, InstantSource clock, LongSupplier awake) {
        this.environment = environment;
        this.clock = clock;
        this.awake = awake;
    }

    /** Whether writing is allowed now. */
    public boolean isOpen() {
        return environment == Environment.DEV || !remaining().isZero();
    }

    /** How long it stays open; zero where it is closed, and in dev, where it needs no opening. */
    public Duration remaining() {
        @Nullable Opening opened = opening;
        if (opened == null) {
            return Duration.ZERO;
        }
        Duration byClock = Duration.between(opened.at(), clock.instant());
        Duration byCounter = Duration.ofNanos(awake.getAsLong() - opened.awakeNanos());
        Duration past = byClock.compareTo(byCounter) > 0 ? byClock : byCounter;
        boolean drifted = byClock.minus(byCounter).abs().compareTo(LARGEST_DRIFT) > 0;
        if (drifted || past.compareTo(OPEN_FOR) >= 0) {
            // For good: a clock that is set back later must not open it again.
            opening = null;
            return Duration.ZERO;
        }
        return OPEN_FOR.minus(past);
    }

    /**
     * Opens prd.
     *
     * @param typed what the operator typed; it must be the environment's code
     * @throws Refused where it is something else
     */
    public void unlock(String typed) {
        if (!typed.strip().equals(environment.code())) {
            throw new Refused(TEXT.get("lock.wrong-word", environment.code()), TEXT.get("lock.wrong-word.remedy", environment.code()));
        }
        opening = new Opening(clock.instant(), awake.getAsLong());
        listeners.forEach(Runnable::run);
    }

    /** Closes it now. */
    public void lock() {
        opening = null;
        listeners.forEach(Runnable::run);
    }

    /**
     * Lets a write pass or refuses it.
     *
     * @param operation what was tried, in the backend's own words
     * @throws Refused where it is closed
     */
    public void check(String operation) {
        if (!isOpen()) {
            throw new Refused(TEXT.get("lock.closed", operation, environment.code()), TEXT.get("lock.closed.remedy", environment.code()));
        }
    }

    /** Tells of each opening and closing by hand; that time runs out is seen by asking. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
