package dev.switchboard.job;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Waits for something that happens elsewhere by asking again and again. No wait is without end, and each stops within a quarter of a
 * second of a cancel, whether that comes as an interrupt or through the progress.
 *
 * @param first the pause after the first question; each further one is twice as long
 * @param longest no pause is longer
 * @param bound no question is asked after this time, though one is always asked
 */
public record Poller(Duration first, Duration longest, Duration bound) {
    private static final Duration SLICE = Duration.ofMillis(250);

    /**
     * Asks until there is an answer.
     *
     * @param question empty for not yet
     * @param late made and thrown where the bound has passed without an answer
     * @throws OperationCancelledException on request
     */
    public <T> T poll(Supplier<Optional<T>> question, Progress progress, Supplier<? extends Failure> late) {
        return tryPoll(question, progress).orElseThrow(late);
    }

    /** The same, where it is no failure that there is no answer in time: then it is empty. */
    public <T> Optional<T> tryPoll(Supplier<Optional<T>> question, Progress progress) {
        long start = System.nanoTime();
        Duration pause = first;
        while (true) {
            progress.stopIfCancelled();
            Optional<T> answer = question.get();
            Duration left = bound.minusNanos(System.nanoTime() - start);
            if (answer.isPresent() || !left.isPositive()) {
                return answer;
            }
            pause(pause.compareTo(left) < 0 ? pause : left, progress);
            Duration next = pause.multipliedBy(2);
            pause = next.compareTo(longest) < 0 ? next : longest;
        }
    }

    /**
     * Waits that long, unless it is asked to stop.
     *
     * @throws OperationCancelledException on request; where an interrupt made it, the thread stays interrupted
     */
    public static void pause(Duration time, Progress progress) {
        long end = System.nanoTime() + time.toNanos();
        progress.stopIfCancelled();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, SLICE.toNanos()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCancelledException(Messages.of(Progress.class).get("cancelled"), null, e);
            }
            progress.stopIfCancelled();
        }
    }
}
