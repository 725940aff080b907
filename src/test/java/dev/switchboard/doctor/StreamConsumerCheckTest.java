package dev.switchboard.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.dynamodb.item.TableDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whether the consumer of the stream is alive, by what the data tells. */
class StreamConsumerCheckTest {
    private static final Instant EARLY = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant LATE = Instant.parse("2026-01-02T10:00:00Z");

    private static TableDetails table(boolean stream) {
        return new TableDetails(
                "messages", "ACTIVE", List.of(), List.of(), "PROVISIONED", 5, 5, 10, 1000, stream, stream ? "NEW_IMAGE" : null, null, false,
                Map.of(), null, "arn");
    }

    private static CheckResult check(boolean stream, boolean complete, Instant followed, Instant behind) {
        DataSummary summary = new DataSummary(
                LATE, complete, 10, 8, 1, LATE, followed, behind, new TreeMap<>(), new DataSummary.GroupActivity(0, 0, 0, 0), 1);
        return StreamConsumerCheck.of(table(stream), summary, Duration.ZERO);
    }

    @Test
    void rowsThatFollowedALaterMessageTellThatItIsAlive() {
        assertThat(check(true, true, LATE, EARLY).state()).isEqualTo(CheckState.OK);
        assertThat(check(true, true, LATE, null).state()).isEqualTo(CheckState.OK);
        assertThat(check(true, true, null, null).state()).isEqualTo(CheckState.OK);
    }

    @Test
    void newestMessagesThatNoRowFollowsTellThatItIsNot() {
        assertThat(check(true, true, EARLY, LATE)).satisfies(result -> {
            assertThat(result.state()).isEqualTo(CheckState.WARNING);
            assertThat(result.detail()).contains(EARLY.toString(), LATE.toString());
        });
        assertThat(check(true, true, null, LATE).state()).isEqualTo(CheckState.WARNING);
    }

    @Test
    void withoutAStreamOrTheWholeTableNothingIsJudged() {
        assertThat(check(false, true, EARLY, LATE).state()).isEqualTo(CheckState.OK);
        assertThat(check(true, false, EARLY, LATE).state()).isEqualTo(CheckState.SKIPPED);
    }
}
