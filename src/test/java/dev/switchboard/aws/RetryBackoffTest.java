package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;

class RetryBackoffTest {
    @Test
    void theDelayStartsSmallAndNeverExceedsItsMaximum() {
        assertThat(RetryBackoff.THROTTLED.delay(1)).isBetween(Duration.ofMillis(25), Duration.ofMillis(50));
        assertThat(RetryBackoff.QUOTA_EXCEEDED.delay(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(RetryBackoff.TRANSACTION_CONFLICT.delay(1)).isBetween(Duration.ZERO, Duration.ofMillis(5));
        for (int failed = 1; failed < 100; failed++) {
            assertThat(RetryBackoff.THROTTLED.delay(failed)).isLessThanOrEqualTo(Duration.ofSeconds(5));
            assertThat(RetryBackoff.TRANSACTION_CONFLICT.delay(failed)).isLessThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void anInterruptEndsTheWaitAsItEndsACall() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> RetryBackoff.THROTTLED.await(8)).isInstanceOf(AbortedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
