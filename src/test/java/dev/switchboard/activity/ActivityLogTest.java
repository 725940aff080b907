package dev.switchboard.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
}
