package dev.switchboard.transfer;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import software.amazon.awssdk.core.exception.AbortedException;

/** Runs tasks side by side. The first failure stops the others. */
final class ParallelTasks {
    private ParallelTasks() {}

    /** Runs a task for each number below the count, one alone on the calling thread. */
    static void run(int count, IntConsumer task) {
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
