package dev.switchboard.environment;

import dev.switchboard.failure.Refused;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Whether a session may write. dev is always open. prd is closed until somebody types its name, and closes itself again after
 * {@link #OPEN_FOR}; the clients ask at each call, so that nothing above them can get round it. Safe for several threads.
 */
public final class WriteLock {
    /** How long prd stays open. */
    public static final Duration OPEN_FOR = Duration.ofMinutes(10);

    private static final Messages TEXT = Messages.of(WriteLock.class);
    private final Environment environment;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Instant closesAt;

    public WriteLock(Environment environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** Whether writing is allowed now. */
    public boolean isOpen() {
        return environment == Environment.DEV || !remaining().isZero();
    }

    /** How long it stays open; zero where it is closed, and in dev, where it needs no opening. */
    public Duration remaining() {
        @Nullable Instant end = closesAt;
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
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
        closesAt = clock.instant().plus(OPEN_FOR);
        listeners.forEach(Runnable::run);
    }

    /** Closes it now. */
    public void lock() {
        closesAt = null;
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
