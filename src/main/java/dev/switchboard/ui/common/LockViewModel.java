package dev.switchboard.ui.common;

import dev.switchboard.journal.WriteLock;
import dev.switchboard.settings.Environment;
import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The write lock as properties. That time runs out is seen by {@link #tick}, which the shell calls each second. A disabled
 * button is a courtesy only: the clients refuse by themselves.
 */
public final class LockViewModel {
    private final WriteLock lock;
    private final Environment environment;
    private final Runnable unlock;
    private final Runnable locked;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Duration> remaining = new ReadOnlyObjectWrapper<>(Duration.ZERO);

    /**
     * @param fx runs on the JavaFX thread
     * @param unlock asks the operator to unlock
     * @param locked runs after the operator has locked it, such as to ask what becomes of writes under way
     */
    public LockViewModel(WriteLock lock, Environment environment, Executor fx, Runnable unlock, Runnable locked) {
        this.lock = lock;
        this.environment = environment;
        this.unlock = unlock;
        this.locked = locked;
        lock.onChange(() -> fx.execute(this::tick));
        tick();
    }

    /** Looks at the lock again. */
    public void tick() {
        remaining.set(lock.remaining());
        open.set(lock.isOpen());
    }

    public Environment environment() {
        return environment;
    }

    /** Whether writing is allowed. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Bind a write button's {@code disable} to this, joined with what else disables it. */
    public BooleanBinding closed() {
        return open.not();
    }

    /** How long it stays open; zero where it is closed, and in dev. */
    public ReadOnlyObjectProperty<Duration> remainingProperty() {
        return remaining.getReadOnlyProperty();
    }

    /** Asks the operator to unlock. */
    public void askToUnlock() {
        unlock.run();
    }

    /** Locks it for new writes at once; what becomes of those under way is asked then. */
    public void lockNow() {
        lock.lock();
        locked.run();
    }
}
