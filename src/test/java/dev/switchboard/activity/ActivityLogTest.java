package dev.switchboard.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActivityLogTest {
    private final ActivityLog log = new ActivityLog();

    private void call(String operation, String command) {
        log.record(Instant.EPOCH, Backend.DYNAMODB, operation, "t", Duration.ZERO, 0.5, 1, 0, null, command);
    }

    @Test
    void theNewestComesFirstAndTheOldestGoes() {
        for (int i = 1; i <= ActivityLog.MOST_CALLS + 5; i++) {
            call("Call" + i, "c");
        }
        assertThat(log.calls()).hasSize(ActivityLog.MOST_CALLS);
        assertThat(log.calls().getFirst().operation()).isEqualTo("Call" + (ActivityLog.MOST_CALLS + 5));
        assertThat(log.calls().getLast().operation()).isEqualTo("Call6");
        assertThat(log.made()).isEqualTo(ActivityLog.MOST_CALLS + 5);
        assertThat(log.readCapacity()).as("sums go on over what was dropped").isEqualTo(0.5 * (ActivityLog.MOST_CALLS + 5));
    }

    @Test
    void longCommandsAreCutAndDoNotFillTheMemory() {
        String huge = "x".repeat(ActivityLog.LONGEST_COMMAND * 3);
        for (int i = 0; i < 500; i++) {
            call("Batch", huge);
        }
        long kept = log.calls().stream().mapToLong(call -> call.command().length()).sum();
        assertThat(kept).isLessThanOrEqualTo(ActivityLog.MOST_CHARACTERS);
        assertThat(log.calls().getFirst().command()).endsWith(" …");
    }

    @Test
    void aCommandIsRenderedOnceAndOnlyIfItIsLookedAt() {
        ActivityLog log = new ActivityLog();
        AtomicInteger rendered = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            log.record(Instant.EPOCH, Backend.DYNAMODB, "Query", "t", Duration.ZERO, 0, 0, 0, null,
                    CallCommand.later(20, () -> "aws dynamodb query " + rendered.incrementAndGet()));
        }
        assertThat(rendered).hasValue(0);
        assertThat(log.calls().getFirst().command()).isEqualTo("aws dynamodb query 1");
        assertThat(log.calls().getFirst().command()).isEqualTo("aws dynamodb query 1");
    }

    @Test
    void commandsThatAreNotRenderedAreBoundedByTheirSize() {
        ActivityLog log = new ActivityLog();
        for (int i = 0; i < 500; i++) {
            log.record(Instant.EPOCH, Backend.DYNAMODB, "PutItem", "t", Duration.ZERO, 0, 0, 0, null, CallCommand.later(50_000, () -> ""));
        }
        assertThat(log.calls()).hasSize(ActivityLog.MOST_CHARACTERS / 50_000);
        assertThat(log.made()).isEqualTo(500);
    }
}
