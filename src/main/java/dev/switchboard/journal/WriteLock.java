package dev.switchboard.journal;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session may begin to write. dev is always unlocked. prd is locked until its name is typed, and locks itself again after
 * {@link #OPEN_FOR}, and when the machine was suspended or its clock was set in the meantime, because the person who wakes it may be
 * another one. It decides about new permits only; {@link WritePermits} asks it. Safe for several threads.
 */
public final class WriteLock {
    /** How long prd stays open. */
    public static final Duration OPEN_FOR = Duration.ofMinutes(10);

    /** By how much the wall clock and the one that stands still during a suspend may differ while prd is open. */
    static final Duration LARGEST_JUMP = Duration.ofMinutes(1);

    private static final Messages TEXT = Messages.of(WriteLock.class);
    private final String code;
    private final boolean required;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Opening opening;

    /** When it was opened, by both clocks. */
    private record Opening(Instant at, long nanos, boolean bounded) {}

    /**
     * @param code the environment's code, which is typed to unlock it
     * @param required whether it has to be unlocked before anything is written
     */
    public WriteLock(String code, boolean required, InstantSource clock) {
        this(code, required, clock, System::nanoTime);
    }

    /**
     * @param code the environment's code, which is typed to unlock it
     * @param required whether it has to be unlocked before anything is written
     * @param nanoTime a clock that only ever runs forward, in nanoseconds
     */
    public WriteLock(String code, boolean required, InstantSource clock, LongSupplier nanoTime) {
        this.code = code;
        this.required = required;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Whether writing is allowed now. */
    public boolean isOpen() {
        return !required || !remaining().isZero();
    }

    /** How long it stays open; zero where it is closed, and in dev, where it needs no opening. */
    public Duration remaining() {
        @Nullable Opening open = opening;
        if (open == null) {
            return Duration.ZERO;
        }
        if (!open.bounded()) {
            return OPEN_FOR;
        }
        Duration byWall = Duration.between(open.at(), clock.instant());
        Duration byRun = Duration.ofNanos(nanoTime.getAsLong() - open.nanos());
        Duration left = OPEN_FOR.minus(byWall);
        if (byWall.minus(byRun).abs().compareTo(LARGEST_JUMP) > 0 || !left.isPositive()) {
            close(open);
            return Duration.ZERO;
        }
        return left;
    }

    private synchronized void open(@Nullable Opening now) {
        opening = now;
    }

    /** For good: a clock that is set back does not open it again. */
    private synchronized void close(Opening ended) {
        if (ended.equals(opening)) {
            opening = null;
        }
    }

    /**
     * Opens prd for {@link #OPEN_FOR}.
     *
     * @param typed what the operator typed; it must be the environment's code
     * @throws OperationRefusedException where it is something else
     */
    public void unlock(String typed) {
        unlock(typed, true);
    }

    /**
     * Opens prd until it is locked by hand or the session is closed, as a single command of the command line requires.
     *
     * @param typed what the operator typed; it must be the environment's code
     * @throws OperationRefusedException where it is something else
     */
    public void unlockUntilClosed(String typed) {
        unlock(typed, false);
    }

    private void unlock(String typed, boolean bounded) {
        if (!typed.strip().equals(code)) {
            throw new OperationRefusedException(TEXT.get("lock.wrong-word", code), TEXT.get("lock.wrong-word.remedy", code));
        }
        open(new Opening(clock.instant(), nanoTime.getAsLong(), bounded));
        listeners.forEach(Runnable::run);
    }

    /** Closes it now. */
    public void lock() {
        open(null);
        listeners.forEach(Runnable::run);
    }

    /** Refuses an operation while this is closed; the permits ask, and nobody else. */
    void check(String operation) {
        @Nullable OperationRefusedException refusal = refusal(operation);
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Returns the refusal of an operation; null while this is open. */
    @Nullable
    OperationRefusedException refusal(String operation) {
        return isOpen()
                ? null
                : new OperationRefusedException(TEXT.get("lock.closed", operation, code), TEXT.get("lock.closed.remedy", code));
    }

    /** Tells of each opening and closing by hand; that time runs out or jumps is seen by asking. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
