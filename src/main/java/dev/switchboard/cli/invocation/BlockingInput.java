package dev.switchboard.cli.invocation;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a terminal, a pipe or a file that may never have data. Java cannot interrupt such a read, so it runs on a thread of its
 * own, and Ctrl-C ends the wait for it.
 */
public final class BlockingInput {
    private BlockingInput() {}

    /**
     * Returns what is read.
     *
     * @throws OperationCancelledException if the calling thread is interrupted; the read goes on until the process ends
     */
    public static <T extends @Nullable Object> T read(Callable<T> read) throws IOException {
        FutureTask<T> task = new FutureTask<>(read);
        Thread.ofPlatform().daemon().name("input").start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCancelledException(Messages.of(BlockingInput.class).get("input.canceled"), null, e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
