package dev.switchboard.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.OperationCancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobTest {
    @Test
    void aJobReportsItsStepsAndItsResult() {
        List<String> seen = new ArrayList<>();
        Job<Integer> job = JobRunner.onCallingThread().start("Counting", progress -> {
            progress.step("half");
            progress.advance(1, 2);
            return 42;
        }, started -> started
                .onChange(() -> seen.add(started.state() + " " + started.step() + " " + started.done() + "/" + started.total())));
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.result()).isEqualTo(42);
        assertThat(seen).containsExactly("RUNNING  0/-1", "RUNNING half 0/-1", "RUNNING half 1/2", "SUCCEEDED half 1/2");
    }

    @Test
    void whatTheWorkThrowsIsKept() {
        Job<Void> job = JobRunner.onCallingThread().start("Failing", progress -> {
            throw new IllegalStateException("no");
        }, started -> {});
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.failure()).hasMessage("no");
        assertThat(job.result()).isNull();
    }

    @Test
    void cancellingInterruptsACallThatWaits() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Job<Void> job = JobRunner.onVirtualThreads().start("Waiting", progress -> {
            waiting.countDown();
            new CountDownLatch(1).await();
            return null;
        }, started -> started.onChange(() -> {
            if (started.state().isFinal()) {
                ended.countDown();
            }
        }));
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        job.cancel();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void workThatAsksIsStoppedBetweenTwoSteps() {
        Job<String> job = JobRunner.onCallingThread().start("Asking", progress -> {
            ((Job<?>) progress).cancel();
            progress.stopIfCancelled();
            return "went on";
        }, started -> {});
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.failure()).isInstanceOf(OperationCancelledException.class);
        assertThat(Thread.interrupted()).as("the interrupt stays inside the job").isFalse();
    }

    @Test
    void aJobThatWritesIsAskedToStopAndKeepsItsAnswer() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Job<String> job = JobRunner.onVirtualThreads().start("Writing", progress -> {
            Job.current().beginWriting();
            writing.countDown();
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            return "one of two written";
        }, started -> started.onChange(() -> {
            if (started.state().isFinal()) {
                ended.countDown();
            }
        }));
        assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(job.drop()).as("may be dropped").isFalse();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(job.result()).isEqualTo("one of two written");
    }

    @Test
    void aJobThatIsDroppedBeforeItWritesNeverDoes() {
        Job<String> job = JobRunner.onCallingThread().start("Dropped", progress -> {
            assertThat(Job.current().drop()).as("may be dropped").isTrue();
            Job.current().beginWriting();
            return "written";
        }, started -> {});
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.isWriting()).isFalse();
        assertThat(Job.current()).as("outside of a job").isNull();
    }
}
