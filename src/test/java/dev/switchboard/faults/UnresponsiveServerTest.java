package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.testing.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that falls silent under a job of the window, with the patience of a real session: the window goes on, and Cancel ends the job. */
class UnresponsiveServerTest {
    private static final int PULSES = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = Operation.class, names = {"SEED", "SEND", "DROP", "SCAN", "PAGES"})
    void theWindowGoesOnAndCancelEndsTheJob(Operation operation) throws Exception {
        try (FaultFixture world = new FaultFixture(folder, Timeouts.USUAL)) {
            operation.prepare(world);
            world.faults.happen(Fault.SILENT, operation.struck(), operation.spared(), Integer.MAX_VALUE);
            List<Explanation> said = new CopyOnWriteArrayList<>();
            UiJobs jobs = Fx.onFx(() -> new UiJobs(JobRunner.onVirtualThreads(), Platform::runLater,
                    new FailureExplainer(List.of(new AwsFailureExplainer()))));
            Job<Boolean> job = Fx.onFx(() -> jobs.start(
                    operation.toString(),
                    progress -> {
                        operation.run(world, progress);
                        return true;
                    },
                    done -> {},
                    said::add));
            world.faults.awaitMet();
            for (int pulse = 0; pulse < PULSES; pulse++) {
                Fx.pulse();
            }
            assertThat(said).as("it waits").isEmpty();
            assertThat(Fx.onFx(() -> jobs.running().size())).isEqualTo(1);

            Fx.onFx(job::cancel);

            Fx.waitFor("the job is over", () -> !said.isEmpty());
            assertThat(Fx.onFx(() -> jobs.running().size())).isZero();
            assertThat(said.getFirst().expected()).isTrue();
            operation.truth(world, said.getFirst().sentence());
        }
    }
}
