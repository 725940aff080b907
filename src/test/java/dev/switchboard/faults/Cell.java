package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.environment.AwsFailures;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.Explanations;
import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.JobState;
import dev.switchboard.job.Work;
import dev.switchboard.postgres.PostgresFailures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Runs one job as the window does, and tells how it ended. */
final class Cell {
    private static final Explanations EXPLANATIONS = new Explanations(List.of(new AwsFailures(), new PostgresFailures()));
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LONGEST_CANCEL = Duration.ofSeconds(6);

    private Cell() {}

    /**
     * Waits for the end.
     *
     * @param cancelAt stops the job as soon as this is so; null to let it end by itself
     * @return the failure in words, null where there was none
     */
    static @Nullable Explanation run(Work<@Nullable Void> work, @Nullable BooleanSupplier cancelAt) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Job<@Nullable Void> job = JobRunner.onVirtualThreads().start("cell", work, started -> started.onChange(() -> {
            if (started.state().isFinal()) {
                ended.countDown();
            }
        }));
        if (cancelAt != null) {
            long until = System.nanoTime() + LONGEST.toNanos();
            while (!cancelAt.getAsBoolean() && System.nanoTime() < until) {
                ended.await(5, TimeUnit.MILLISECONDS);
            }
            job.cancel();
        }
        Duration most = cancelAt == null ? LONGEST : LONGEST_CANCEL;
        assertThat(ended.await(most.toMillis(), TimeUnit.MILLISECONDS)).as("it ends within " + most).isTrue();
        if (cancelAt != null) {
            assertThat(job.state()).as("cancel is what ended it").isEqualTo(JobState.CANCELLED);
        }
        Throwable failure = job.failure();
        if (failure == null) {
            return null;
        }
        Explanation words = EXPLANATIONS.of(failure);
        assertThat(words.expected()).as("is told in words: %s", words.detail()).isTrue();
        assertThat(words.sentence()).as("no technical leftovers").isNotBlank().doesNotContain("{0}", "null", "Exception:");
        return words;
    }
}
