package dev.switchboard.dynamodb.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PageQueueTest {
    @Test
    void theNextPageIsHandedOverWhileOneIsProcessed() {
        CountDownLatch second = new CountDownLatch(1);
        List<Integer> processed = new ArrayList<>();
        try (PageQueue<Integer> queue = new PageQueue<>(page -> {
            await(second);
            processed.add(page);
        })) {
            queue.accept(1);
            queue.accept(2);
            second.countDown();
            for (int page = 3; page < 100; page++) {
                queue.accept(page);
            }
        }
        assertThat(processed).hasSize(99).isSorted();
    }

    @Test
    void afterAFailureNothingIsProcessedAndNoReaderWaits() {
        List<Integer> processed = new ArrayList<>();
        CountDownLatch failed = new CountDownLatch(1);
        assertThatThrownBy(() -> {
            try (PageQueue<Integer> queue = new PageQueue<>(page -> {
                processed.add(page);
                failed.countDown();
                throw new IllegalStateException("no room");
            })) {
                queue.accept(1);
                await(failed);
                for (int page = 2; page < 100; page++) {
                    queue.accept(page);
                }
            }
        }).isInstanceOf(IllegalStateException.class).hasMessage("no room");
        assertThat(processed).containsExactly(1);
    }

    @Test
    void theLastFailureIsToldAtTheEnd() {
        PageQueue<Integer> queue = new PageQueue<>(page -> {
            throw new IllegalStateException("no room");
        });
        queue.accept(1);
        assertThatThrownBy(queue::close).hasMessage("no room");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
