package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.RateControl.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The capacity that a running job uses is shown, and its limit can be changed. */
class JobRateTest {
    private final UiJobs jobs = new UiJobs(JobRunner.onCallingThread(), Runnable::run, new FailureExplainer(List.of()));

    @Test
    void theRatesOfTheInnermostStepAreShownWithTheirLimits() {
        List<String> texts = new ArrayList<>();
        jobs.start("Importing", progress -> {
            JobViewModel shown = jobs.running().getFirst();
            shown.refreshRates();
            texts.add(shown.rateProperty().get());
            CapacityLimiter reads = new CapacityLimiter(Unit.READ, 0, 0);
            CapacityLimiter writes = new CapacityLimiter(Unit.WRITE, 500, 500);
            try (CapacityScope _ = CapacityScope.of(reads, writes, progress)) {
                shown.refreshRates();
                texts.add(shown.rateProperty().get());
                try (CapacityScope _ = CapacityScope.ofReads(new CapacityLimiter(Unit.READ, 2.5, 5), progress)) {
                    shown.refreshRates();
                    texts.add(shown.rateProperty().get());
                }
            }
            shown.refreshRates();
            texts.add(shown.rateProperty().get());
            return 0;
        }, done -> {}, failure -> {});
        assertThat(texts).containsExactly("", "0 RCU/s · 0 of 500 WCU/s", "0 of 2.5 RCU/s · 0 of 500 WCU/s", "");
    }

    @Test
    void aLimitThatTheOperatorSetsAlsoAppliesToLaterSteps() {
        List<Double> limits = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        jobs.start("Deleting", progress -> {
            JobViewModel shown = jobs.running().getFirst();
            CapacityLimiter first = new CapacityLimiter(Unit.READ, 100, 200);
            try (CapacityScope _ = CapacityScope.ofReads(first, progress)) {
                problems.add(shown.limit(Unit.READ, "many"));
                problems.add(shown.limit(Unit.READ, "-1"));
                limits.add(first.limit());
                problems.add(shown.limit(Unit.READ, " 1,500 "));
                limits.add(first.limit());
            }
            CapacityLimiter second = new CapacityLimiter(Unit.READ, 100, 200);
            CapacityLimiter writes = new CapacityLimiter(Unit.WRITE, 100, 200);
            try (CapacityScope _ = CapacityScope.of(second, writes, progress)) {
                limits.add(second.limit());
                limits.add(writes.limit());
            }
            return 0;
        }, done -> {}, failure -> {});
        assertThat(limits).containsExactly(100.0, 1500.0, 1500.0, 100.0);
        assertThat(problems.get(0)).contains("“many” is not a valid limit");
        assertThat(problems.get(1)).isNotNull();
        assertThat(problems.get(2)).isNull();
    }
}
