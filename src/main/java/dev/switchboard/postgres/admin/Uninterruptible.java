package dev.switchboard.postgres.admin;

import dev.switchboard.failure.Failure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs what has to be done even after a cancellation, on a separate thread that the interrupt does not reach. */
final class Uninterruptible {
    private Uninterruptible() {}

    /** Returns the failure; null if it was done. */
    static @Nullable Failure run(Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        Thread.ofPlatform().daemon().name("postgres reopen").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return null;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failure failure) {
                return failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
