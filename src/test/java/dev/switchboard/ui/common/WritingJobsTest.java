package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.job.JobRunner;
import dev.switchboard.ui.testing.FxQueue;
import dev.switchboard.ui.testing.HeldWrite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A job that writes can be asked to stop; its answer is always heard. */
class WritingJobsTest {
    private final FxQueue fx = new FxQueue();
    private final List<String> heard = new ArrayList<>();
    private final UiJobs jobs = new UiJobs(JobRunner.onVirtualThreads(), fx, new FailureExplainer(List.of()));
    private final LatestJobRunner slot = jobs.slot();
    private final HeldWrite write = new HeldWrite(null);

    private void failed(Explanation explanation) {
        heard.add("failed: " + explanation.sentence());
    }

    private void startWrite() {
        slot.start("Writing", write, heard::add, this::failed);
        write.awaitWriting();
    }

    @Test
    void aCanceledSlotStillHearsWhatWasWritten() {
        startWrite();
        slot.cancel();
        assertThat(write.isAskedToStop()).isTrue();
        assertThat(slot.runningProperty().get()).as("until it has ended").isTrue();
        write.end();
        fx.runUntil("it has ended", () -> jobs.running().isEmpty());
        assertThat(heard).containsExactly("failed: " + HeldWrite.STOPPED);
        assertThat(slot.runningProperty().get()).isFalse();
    }

    @Test
    void aNewerStartDropsNoWrite() {
        startWrite();
        slot.start("Reading", progress -> "rows", heard::add, this::failed);
        fx.runUntil("the reading is heard", () -> !heard.isEmpty());
        assertThat(write.isAskedToStop()).as("nobody asked for that").isFalse();
        assertThat(slot.runningProperty().get()).as("the write goes on").isTrue();
        write.end();
        fx.runUntil("it has ended", () -> jobs.running().isEmpty());
        assertThat(heard).containsExactly("rows", "Wrote 100 items.");
        assertThat(slot.runningProperty().get()).isFalse();
    }

    @Test
    void aStopShowsAsStoppingUntilTheJobHasEnded() {
        startWrite();
        JobViewModel shown = jobs.running().getFirst();
        shown.cancel();
        fx.runQueued();
        assertThat(shown.textProperty().get()).startsWith("Stopping");
        write.end();
        fx.runUntil("it has ended", () -> jobs.running().isEmpty());
    }
}
