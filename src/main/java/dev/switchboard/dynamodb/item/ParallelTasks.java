package dev.switchboard.dynamodb.item;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import software.amazon.awssdk.core.exception.AbortedException;

/** Runs tasks side by side on virtual threads. The first failure interrupts the others and is thrown when they have ended. */
public final class ParallelTasks {
    private ParallelTasks() {}

    /**
     * Runs a task for each number below the count, one alone on the calling thread. Blocks until all have ended.
     *
     * @throws AbortedException if the calling thread is interrupted
     */
    public static void run(int count, IntConsumer task) {
        if (count == 1) {
            task.accept(0);
            return;
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Boolean> ended = new ExecutorCompletionService<>(threads);
            try {
                for (int i = 0; i < count; i++) {
                    int number = i;
                    ended.submit(() -> task.accept(number), true);
                }
                for (int i = 0; i < count; i++) {
                    ended.take().get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw AbortedException.create("interrupted while reading", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
