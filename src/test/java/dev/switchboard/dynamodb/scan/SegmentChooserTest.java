package dev.switchboard.dynamodb.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.edit.EditTable;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More segments are never slower than one. */
class SegmentChooserTest {
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(300);

    @Test
    void anEngineThatTakesLongerForASegmentIsReadInOne() {
        assertThat(choose(true)).isEqualTo(1);
    }

    @Test
    void anEngineThatTakesNoLongerForASegmentIsReadInAsManyAsWanted() {
        assertThat(choose(false)).isEqualTo(4);
    }

    @Test
    void oneSegmentIsNotTried() {
        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb()); AwsClients clients = TestAws.open(proxy.uri())) {
            assertThat(SegmentChooser.choose(clients, "not-there", 1)).isEqualTo(1);
            assertThat(proxy.arrived()).isEmpty();
        }
    }

    @Test
    void atALimitedRateOneIsReadAndNothingTried() {
        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb());
                AwsClients clients = TestAws.open(proxy.uri());
                CapacityScope _ = CapacityScope.ofReads(new CapacityLimiter(RateControl.Unit.READ, 5, 5), Progress.NONE)) {
            assertThat(SegmentChooser.choose(clients, "not-there", 4)).isEqualTo(1);
            assertThat(proxy.arrived()).isEmpty();
        }
    }

    private static int choose(boolean segmentsTakeLonger) {
        try (InterceptingProxy proxy = new InterceptingProxy(TestEngines.dynamoDb());
                EditTable table = new EditTable(TestEngines.dynamoDb(), proxy.uri())) {
            IntStream.range(0, 40).forEach(i -> table.put(EditTable.item(i, "text")));
            proxy.watch((operation, body) -> {
                if (operation.equals("Scan") && body.contains("TotalSegments") == segmentsTakeLonger) {
                    LockSupport.parkNanos(LONG);
                }
            });
            return SegmentChooser.choose(table.clients, table.name, 4, 5);
        }
    }
}
