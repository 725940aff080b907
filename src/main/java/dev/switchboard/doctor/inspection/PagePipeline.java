package dev.switchboard.doctor.inspection;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Processes a page while the next one is being read; at most one page waits. Used by one thread. */
final class PagePipeline implements AutoCloseable {
    private static final Messages TEXT = Messages.of(PagePipeline.class);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("doctor page").factory());
    private final Consumer<Item> consumer;
    private @Nullable Future<?> running;

    PagePipeline(Consumer<Item> consumer) {
        this.consumer = consumer;
    }

    /** Takes a page, once the one before is processed. */
    void accept(List<Item> page) {
        finish();
        running = worker.submit(() -> page.forEach(consumer));
    }

    /**
     * Waits until everything is processed.
     *
     * @throws RuntimeException what the consumer has thrown
     */
    void finish() {
        try {
            if (running != null) {
                running.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCancelledException(TEXT.get("data.interrupted"), null, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            running = null;
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
