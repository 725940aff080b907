package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class UiJobsTest {
    private final Deque<Runnable> fxQueue = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), fxQueue::add, new FailureExplainer(List.of()));

    private void drain() {
        while (!fxQueue.isEmpty()) {
            fxQueue.poll().run();
        }
    }

    private void failed(Explanation explanation) {
        heard.add("failed: " + explanation.sentence());
    }

    @Test
    void resultIsDeliveredOnceOnTheFxThread() {
        jobs.start("Reading", progress -> "rows", heard::add, this::failed).cancel();
        assertThat(heard).as("not on the thread of the job").isEmpty();
        drain();
        assertThat(heard).containsExactly("rows");
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void failureIsExplained() {
        jobs.start("Reading", progress -> {
            throw new OperationFailedException("No answer.", "Try again.");
        }, done -> heard.add("done"), this::failed);
        drain();
        assertThat(heard).containsExactly("failed: No answer.");
    }

    @Test
    void staleAnswerNeverOverwritesANewerOne() {
        LatestJobRunner slot = jobs.slot();
        slot.start("First", progress -> "old", heard::add, this::failed);
        slot.start("Second", progress -> "new", heard::add, this::failed);
        drain();
        assertThat(heard).containsExactly("new");
        assertThat(slot.runningProperty().get()).isFalse();
    }

    @Test
    void stoppedJobReportsItsRemainingState() {
        LatestJobRunner slot = jobs.slot();
        slot.start("Writing", progress -> {
            throw new OperationCancelledException("25 of 100 were written.", null);
        }, done -> heard.add("done"), this::failed);
        drain();
        assertThat(heard).containsExactly("failed: 25 of 100 were written.");
    }

    @Test
    void nothingIsDeliveredAfterClose() {
        jobs.start("Reading", progress -> "rows", heard::add, this::failed);
        jobs.later(() -> heard.add("step"));
        jobs.close();
        drain();
        assertThat(heard).isEmpty();
    }

    @Test
    void progressShowsCountWithoutInventedPercentage() {
        List<String> texts = new ArrayList<>();
        List<Number> fractions = new ArrayList<>();
        UiJobs direct = new UiJobs(JobRunner.onCallingThread(), Runnable::run, new FailureExplainer(List.of()));
        direct.start("Writing", progress -> {
            JobViewModel shown = direct.running().getFirst();
            progress.step("Writing");
            progress.advance(96, 142);
            texts.add(shown.textProperty().get());
            fractions.add(shown.fractionProperty().get());
            progress.advance(1204, Progress.UNKNOWN);
            texts.add(shown.textProperty().get());
            fractions.add(shown.fractionProperty().get());
            return 0;
        }, done -> {}, this::failed);
        assertThat(texts.get(0)).isEqualTo("Writing · 96 of 142");
        assertThat(texts.get(1)).startsWith("Writing · 1,204 so far");
        assertThat(fractions.get(0).doubleValue()).isBetween(0.67, 0.68);
        assertThat(fractions.get(1).doubleValue()).isEqualTo(-1.0);
    }
}
