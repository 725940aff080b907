package dev.switchboard.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.testing.RecordedProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PollerTest {
    private static final Poller QUICK = new Poller(Duration.ofNanos(1), Duration.ofNanos(10), Duration.ofMinutes(1));
    private static final Poller FOR_HOURS = new Poller(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2));
    private final AtomicInteger asked = new AtomicInteger();

    private static OperationFailedException late() {
        return new OperationFailedException("too late", null);
    }

    private <T> Optional<T> notYet() {
        asked.incrementAndGet();
        return Optional.empty();
    }

    @Test
    void itAsksUntilThereIsAnAnswer() {
        String answer =
                QUICK.poll(() -> asked.incrementAndGet() < 5 ? Optional.empty() : Optional.of("there"), Progress.NONE, PollerTest::late);
        assertThat(answer).isEqualTo("there");
        assertThat(asked).hasValue(5);
    }

    @Test
    void noWaitIsLongerThanItsBound() {
        Poller bounded = new Poller(Duration.ofHours(1), Duration.ofHours(1), Duration.ofMillis(1));
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> bounded.poll(this::notYet, Progress.NONE, PollerTest::late))
                .withMessageContaining("too late");
        assertThat(asked).as("at the start, and once more at the end").hasValue(2);
        assertThat(bounded.tryPoll(this::notYet, Progress.NONE)).isEmpty();
    }

    @Test
    @Timeout(20)
    void aCancelEndsAnHoursPauseAtOnceWithoutAnInterrupt() throws Exception {
        RecordedProgress progress = new RecordedProgress();
        FutureTask<Object> wait = waiting(progress);
        progress.cancel();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(wait::get).withCauseInstanceOf(OperationCancelledException.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    @Timeout(20)
    void anInterruptIsACancelAndIsKept() throws Exception {
        FutureTask<Boolean> interrupted = new FutureTask<>(() -> {
            assertThatExceptionOfType(OperationCancelledException.class)
                    .isThrownBy(() -> FOR_HOURS.poll(this::notYet, new RecordedProgress(), PollerTest::late));
            return Thread.currentThread().isInterrupted();
        });
        Thread thread = Thread.ofPlatform().daemon().start(interrupted);
        thread.interrupt();
        assertThat(interrupted.get()).isTrue();
    }

    private FutureTask<Object> waiting(Progress progress) {
        FutureTask<Object> wait = new FutureTask<>(() -> FOR_HOURS.poll(this::notYet, progress, PollerTest::late));
        Thread thread = Thread.ofPlatform().daemon().start(wait);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return wait;
    }
}
