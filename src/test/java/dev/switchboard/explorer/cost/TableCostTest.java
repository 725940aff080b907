package dev.switchboard.explorer.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Costs by hand-calculated figures, and what a session used. */
class TableCostTest {
    private static final long GIGABYTE = 1L << 30;

    private static TableDetails table(boolean onDemand, boolean recovers) {
        List<KeyAttribute> keys = List.of(KeyAttribute.hash("pk", "S"));
        return new TableDetails("t", "ACTIVE", keys,
                List.of(new IndexDetails("g", false, keys, "ALL", List.of(), "ACTIVE", onDemand ? 0 : 10, onDemand ? 0 : 20, 1,
                        2 * GIGABYTE),
                        new IndexDetails("l", true, keys, "ALL", List.of(), "ACTIVE", 0, 0, 1, GIGABYTE)),
                onDemand ? "PAY_PER_REQUEST" : "PROVISIONED", onDemand ? 0 : 5, onDemand ? 0 : 5, 1, 4 * GIGABYTE, false, null, recovers,
                false,
                Map.of(), null, "");
    }

    private static TableCost cost(TableDetails table, @Nullable String tableClass) {
        return TableCostEstimator.of(table, tableClass);
    }

    @Test
    void capacityIsThatOfTheTableAndItsGlobalIndexesForAMonth() {
        TableCost cost = cost(table(false, true), null);
        assertThat(cost.capacity()).isCloseTo(730 * (15 * 0.00013 + 25 * 0.00065), within(1e-9));
        assertThat(cost.storage()).isCloseTo(7 * 0.25, within(1e-9));
        assertThat(cost.recovery()).isCloseTo(5 * 0.20, within(1e-9));
        assertThat(cost.text()).contains("About $16.04 a month", "us-east-1", cost.date(), "estimate");
    }

    @Test
    void onDemandCostsStorageAndRequestsThatAreNotKnown() {
        TableCost cost = cost(table(true, false), "STANDARD_INFREQUENT_ACCESS");
        assertThat(cost.capacity()).isZero();
        assertThat(cost.total()).isCloseTo(0.7, within(1e-9));
        assertThat(cost.text()).contains("requests as they are made", "STANDARD_INFREQUENT_ACCESS");
    }

    @Test
    void anIndexWithoutCapacityOfItsOwnHasThatOfTheTable() {
        TableDefinition definition = TableDefinition.of(table(false, false));
        TableDefinition shared = new TableDefinition("t", definition.keys(),
                List.of(IndexDefinition.global("g", KeyAttribute.hash("a", "S"))), "PROVISIONED", 5, 5, null,
                false, Map.of());
        assertThat(TableCostEstimator.of(shared).total()).isCloseTo(730 * 10 * 0.00078, within(1e-9));
    }

    @Test
    void usageCountsTheCallsOnTheTableSinceATime() {
        ActivityLog log = new ActivityLog();
        Instant now = Instant.parse("2026-11-26T12:00:00Z");
        record(log, now.minusSeconds(7_200), "t", 100, null);
        record(log, now.minusSeconds(60), "t", 2.5, null);
        record(log, now.minusSeconds(60), "t", 0, "ThrottlingException: slow down");
        record(log, now.minusSeconds(60), "t", 0, "ValidationException: wrong");
        record(log, now.minusSeconds(60), "other", 7, null);
        TableUsage usage = TableUsage.of(log, "t", now.minus(Duration.ofHours(1)));
        assertThat(usage).isEqualTo(new TableUsage(3, 2.5, 1.5, 1));
        assertThat(usage.text()).isEqualTo("2.5 RCU and 1.5 WCU in 3 calls of this session, 1 throttled.");
    }

    private static void record(ActivityLog log, Instant at, String table, double read, @Nullable String error) {
        log.record(at, Backend.DYNAMODB, "Query", table, Duration.ZERO, read, 0.5, 0, error, "");
    }
}
