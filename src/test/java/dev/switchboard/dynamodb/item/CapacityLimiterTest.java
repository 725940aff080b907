package dev.switchboard.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.switchboard.aws.CapacityGate;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl.Unit;
import dev.switchboard.testing.RecordedProgress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The token bucket of the capacity: its rate, its burst, how it backs off when throttled, and how its limit is changed. */
class CapacityLimiterTest {
    private final AtomicLong now = new AtomicLong();

    private CapacityLimiter limiter(double limit, double provisioned) {
        return new CapacityLimiter(Unit.WRITE, limit, provisioned, now::get, (pause, progress) -> now.addAndGet(pause.toNanos()));
    }

    private double seconds() {
        return now.get() / 1e9;
    }

    private void pass(double seconds) {
        now.addAndGet(Duration.ofMillis((long) (seconds * 1000)).toNanos());
    }

    private static void use(CapacityGate gate, double units) {
        gate.settle(gate.acquire("Scan", 1), 1, units);
    }

    @Test
    void requestsUseWhatTheLimitAllowsAndNoMore() {
        CapacityLimiter limiter = limiter(5, 5);
        CapacityGate gate = limiter.gate(Progress.NONE);
        for (int i = 0; i < 20; i++) {
            use(gate, 25);
        }
        assertThat(seconds()).as("nineteen requests paid for, at 5 units per second").isCloseTo(19 * 5, within(0.5));
        assertThat(limiter.current()).isBetween(2.0, 12.0);
    }

    @Test
    void aSecondOfUnusedCapacityIsKeptSoThatTheTimeOfARequestIsNotLost() {
        CapacityGate gate = limiter(100, 100).gate(Progress.NONE);
        use(gate, 100);
        pass(10);
        use(gate, 100);
        use(gate, 1);
        assertThat(seconds()).as("only one second of the ten").isCloseTo(10, within(0.01));
        use(gate, 100);
        assertThat(seconds()).isCloseTo(10.01, within(0.02));
    }

    @Test
    void aQuarterOfASecondIsLeftToOthersOnce() {
        CapacityGate gate = limiter(100, 100).gate(Progress.NONE);
        use(gate, 10);
        use(gate, 10);
        assertThat(seconds()).as("what the first used, and the quarter").isCloseTo(0.1 + 0.25, within(0.01));
        use(gate, 10);
        assertThat(seconds()).as("not again").isCloseTo(0.2 + 0.25, within(0.01));
    }

    @Test
    void withoutALimitNothingWaitsUntilThrottledAndThenThePaceIsThatOfTheTable() {
        CapacityLimiter limiter = limiter(0, 5);
        CapacityGate gate = limiter.gate(Progress.NONE);
        for (int i = 0; i < 100; i++) {
            use(gate, 25);
        }
        assertThat(seconds()).isZero();
        assertThat(limiter.unitsPerSecond()).isZero();
        gate.throttled();
        assertThat(limiter.isBackingOff()).isTrue();
        assertThat(limiter.unitsPerSecond()).isEqualTo(4.85);
        gate.throttled();
        assertThat(limiter.unitsPerSecond()).as("requests rejected at the same time count once").isEqualTo(4.85);
        use(gate, 1);
        assertThat(seconds()).as("the last request used more than was left, which is waited for").isCloseTo(25 / 4.85, within(0.1));
        pass(3);
        gate.throttled();
        double cut = limiter.unitsPerSecond();
        assertThat(cut).isLessThan(4.3);
        pass(5);
        assertThat(limiter.unitsPerSecond()).as("recovers").isGreaterThan(cut);
    }

    @Test
    void theCapacityThatATableSustainsIsExceededOnlySlowly() {
        CapacityLimiter limiter = limiter(0, 100);
        CapacityGate gate = limiter.gate(Progress.NONE);
        use(gate, 1);
        gate.throttled();
        assertThat(limiter.unitsPerSecond()).as("also where little was used before").isEqualTo(97);
        pass(5);
        assertThat(limiter.unitsPerSecond()).as("room for others").isCloseTo(98, within(0.1));
        pass(60);
        assertThat(limiter.unitsPerSecond()).as("in case that it was raised").isGreaterThan(105);
    }

    @Test
    void whatRequestsInProgressWillUseIsForeseenByTheirItems() {
        CapacityGate gate = limiter(100, 100).gate(Progress.NONE);
        CapacityGate.Reservation batch = gate.acquire("BatchWriteItem", 25);
        assertThat(batch.units()).as("a unit for each, as nothing is known yet").isEqualTo(25);
        assertThat(seconds()).isZero();
        gate.acquire("BatchWriteItem", 25);
        assertThat(seconds()).as("waits for the first, which has no answer yet").isCloseTo(0.25, within(0.01));
        gate.settle(batch, 10, 20);
        assertThat(gate.acquire("BatchWriteItem", 25).units()).as("of 25 writes, 10 were processed").isEqualTo(50);
        assertThat(gate.acquire("Scan", 5).units()).as("another kind").isEqualTo(5);
    }

    @Test
    void aRequestUsesAQuarterOfASecondSoThatOthersNeedNotWaitForLong() {
        assertThat(limiter(100, 100).unitsPerRequest()).isEqualTo(25);
        assertThat(limiter(5, 5).unitsPerRequest()).as("not less, because of rounding").isEqualTo(2.5);
        assertThat(limiter(0.5, 5).unitsPerRequest()).isEqualTo(0.5);
        assertThat(limiter(0, 5).unitsPerRequest()).as("no limit").isZero();
    }

    @Test
    void aThrottledLimitIsReachedAgainAndNotExceeded() {
        CapacityLimiter limiter = limiter(10, 20);
        limiter.gate(Progress.NONE).throttled();
        assertThat(limiter.unitsPerSecond()).isEqualTo(8.5);
        pass(60);
        assertThat(limiter.unitsPerSecond()).isEqualTo(10);
        assertThat(limiter.isBackingOff()).isFalse();
    }

    @Test
    void aChangedLimitAppliesToWhatIsWaiting() {
        AtomicLong waits = new AtomicLong();
        CapacityLimiter[] limiter = new CapacityLimiter[1];
        limiter[0] = new CapacityLimiter(Unit.READ, 1, 0, now::get, (pause, progress) -> {
            now.addAndGet(pause.toNanos());
            if (waits.incrementAndGet() == 2) {
                limiter[0].limit(1000);
            }
        });
        CapacityGate gate = limiter[0].gate(Progress.NONE);
        use(gate, 100_000);
        use(gate, 1);
        assertThat(seconds()).as("a debt of a day at the old limit").isLessThan(3);
        limiter[0].limit(0);
        assertThat(limiter[0].unitsPerSecond()).isZero();
    }

    @Test
    void aWaitForTheRateEndsWithACancel() {
        CapacityLimiter limiter = new CapacityLimiter(Unit.READ, 1, 1, now::get, Poller::pause);
        RecordedProgress cancelled = new RecordedProgress();
        CapacityGate gate = limiter.gate(cancelled);
        use(gate, 1_000_000);
        cancelled.cancel();
        assertThatThrownBy(() -> gate.acquire("Scan", 1)).isInstanceOf(OperationCancelledException.class);
    }
}
