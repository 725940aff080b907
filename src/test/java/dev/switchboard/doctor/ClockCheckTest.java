package dev.switchboard.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The clock of this machine against those of the servers. */
class ClockCheckTest {
    @Test
    void anOffsetIsJudgedByWhatItBreaks() {
        assertThat(ClockCheck.judge(Duration.ofMillis(900), "DynamoDB", "DynamoDB").state()).isEqualTo(CheckState.OK);
        assertThat(ClockCheck.judge(Duration.ofSeconds(-5), "DynamoDB", "DynamoDB").state()).isEqualTo(CheckState.OK);
        CheckFinding behind = ClockCheck.judge(Duration.ofSeconds(-6), "PostgreSQL", "PostgreSQL");
        assertThat(behind.state()).isEqualTo(CheckState.WARNING);
        assertThat(behind.detail()).contains("6.0 s behind PostgreSQL");
        CheckFinding ahead = ClockCheck.judge(Duration.ofSeconds(301), "DynamoDB", "DynamoDB");
        assertThat(ahead.state()).isEqualTo(CheckState.FAILED);
        assertThat(ahead.detail()).contains("301.0 s ahead of DynamoDB", "AWS refuses");
    }

    @Test
    void theTimeOfAServerIsThatOfItsResponse() {
        assertThat(new Tables(TestAws.clients(TestEngines.dynamoDb())).serverTime())
                .hasValueSatisfying(time -> assertThat(Duration.between(time, Instant.now()).abs()).isLessThan(Duration.ofMinutes(2)));
    }
}
