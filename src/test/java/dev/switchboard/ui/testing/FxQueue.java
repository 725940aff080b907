package dev.switchboard.ui.testing;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The test's thread in the place of the JavaFX thread: it runs what was queued when the test says so. */
public final class FxQueue implements Executor {
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable what) {
        queue.add(what);
    }

    /** Runs what is queued, and what comes, until a condition holds. */
    public void runUntil(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Runnable next = queue.poll(30, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("Waited in vain until " + what);
                }
                next.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Runs what is queued now. */
    public void runQueued() {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }
}
