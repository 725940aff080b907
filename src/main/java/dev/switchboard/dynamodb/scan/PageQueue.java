package dev.switchboard.dynamodb.scan;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Passes pages to a consumer on a thread of its own, one at a time and in their order, so that the next page is requested while the last one is
 * processed. At most two pages wait; a slow consumer still slows down the readers. Thread-safe.
 *
 * @param <P> a page
 */
public final class PageQueue<P> implements Consumer<P>, AutoCloseable {
    private static final int WAITING = 2;
    private final Consumer<P> consumer;
    private final BlockingQueue<Optional<P>> pages = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean told;

    /** @param consumer receives the pages until one of them fails */
    public PageQueue(Consumer<P> consumer) {
        this.consumer = consumer;
        thread = Thread.ofVirtual().name("pages").start(this::consume);
    }

    /**
     * Hands over a page, and waits while others are waiting.
     *
     * @throws RuntimeException what the consumer failed with on an earlier page
     * @throws AbortedException if the thread is interrupted
     */
    @Override
    public void accept(P page) {
        rethrow();
        try {
            pages.put(Optional.of(page));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted while reading", e);
        }
    }

    /**
     * Waits until the pages that were handed over are processed.
     *
     * @throws RuntimeException what the consumer failed with, unless a reader was told
     */
    @Override
    public void close() {
        boolean interrupted = false;
        boolean ended = false;
        while (thread.isAlive()) {
            try {
                if (!ended) {
                    pages.put(Optional.empty());
                    ended = true;
                }
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!told) {
            rethrow();
        }
    }

    private void consume() {
        while (true) {
            Optional<P> page;
            try {
                page = pages.take();
            } catch (InterruptedException e) {
                continue;
            }
            if (page.isEmpty()) {
                return;
            }
            // After a failure the rest is dropped, so that no reader waits for room.
            if (failure == null) {
                try {
                    consumer.accept(page.get());
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
            }
        }
    }

    private void rethrow() {
        told = failure != null;
        switch (failure) {
            case null -> {}
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            case Throwable thrown -> throw new IllegalStateException(thrown);
        }
    }
}
