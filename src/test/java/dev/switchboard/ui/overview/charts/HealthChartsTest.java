package dev.switchboard.ui.overview.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.doctor.data.DataSummary.GroupActivity;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class HealthChartsTest {
    private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");

    private static DataSummary summary(boolean complete, int days) {
        SortedMap<LocalDate, Long> perDay = new TreeMap<>();
        for (int i = 0; i < days; i++) {
            perDay.put(LocalDate.of(2026, 11, 26).minusDays(i), 40L + i * 37 % 200);
        }
        return new DataSummary(START, complete, 2_400, 2_100, 120, START, START, START, perDay, new GroupActivity(14, 51, 40, 15), 88);
    }

    private static ActivityLog log(int calls) {
        ActivityLog log = new ActivityLog();
        for (int i = 0; i < calls; i++) {
            log.record(START.plusSeconds(i), Backend.DYNAMODB, "Query", "t", Duration.ofMillis(3), 0.5, i % 3 == 0 ? 1 : 0, 0, null, "");
        }
        return log;
    }

    private static CheckResult result(String id, CheckState state, long millis) {
        return new CheckResult(id, id, CheckGroup.ENVIRONMENT, state, "", null, null, Duration.ofMillis(millis), Findings.NONE);
    }

    private static LatencyHistory latency(int checks) {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        LatencyHistory history = new LatencyHistory(now::get);
        for (int i = 0; i < checks; i++) {
            now.set(START.plusSeconds(i * 90L));
            history.add(List.of(
                    result("dynamodb", CheckState.OK, 12 + i % 7),
                    result("postgres", i == 3 ? CheckState.FAILED : CheckState.WARNING, 4 + i % 3),
                    result("schema", CheckState.OK, 900)));
        }
        return history;
    }

    private static HealthCharts charts(DataSummary summary, ActivityLog log, LatencyHistory history, ZoneId zone) {
        return Fx.onFx(() -> {
            HealthCharts charts = new HealthCharts();
            charts.getStylesheets().add(HealthCharts.class.getResource("/dev/switchboard/ui/overview/overview.css").toExternalForm());
            charts.getStyleClass().addAll("screen", "overview");
            charts.show(summary);
            charts.show(log, history, START.plusSeconds(1_000), zone);
            return charts;
        });
    }

    private static Node shown(HealthCharts charts, String id) {
        ChartCard card = (ChartCard) charts.lookup("#chart-" + id);
        return ((StackPane) card.getChildren().get(1)).getChildren().getFirst();
    }

    @Test
    void whatIsNotKnownSaysWhatToDo() {
        HealthCharts charts = charts(summary(false, 4), new ActivityLog(), latency(0), ZoneOffset.UTC);
        Screenshots.save(charts, "overview-charts-unknown", 1072, 620);
        for (String id : List.of("messages", "groups", "capacity", "latency")) {
            assertThat(shown(charts, id)).as(id).isInstanceOf(Label.class);
        }
        assertThat(((Label) shown(charts, "messages")).getText()).startsWith("Check all data");
    }

    @Test
    void chartsShowAllDataTheSessionAndItsChecks() {
        HealthCharts charts = charts(summary(true, 45), log(700), latency(12), ZoneId.of("Europe/Berlin"));
        Screenshots.save(charts, "overview-charts", 1072, 620);
        XYChart<?, ?> messages = (XYChart<?, ?>) shown(charts, "messages");
        assertThat(messages.getData().getFirst().getData()).as("the last days only").hasSize(DataCharts.DAYS);
        assertThat(messages.getAccessibleText()).contains("26 Nov: 40 messages").doesNotContain("12 Oct");
        assertThat(messages.getAnimated()).isFalse();
        XYChart<?, ?> groups = (XYChart<?, ?>) shown(charts, "groups");
        assertThat(groups.getAccessibleText()).contains("Last 24 hours: 14 groups", "Older: 15 groups");
        assertThat(((XYChart<?, ?>) shown(charts, "capacity")).getAccessibleText()).contains("350 RCU", "234 WCU");
        assertThat(((XYChart<?, ?>) shown(charts, "latency")).getAccessibleText())
                .contains("DynamoDB 16 ms", "PostgreSQL 6.0 ms").doesNotContain("Cognito");
    }

    @Test
    void capacityIsAddedUpAndKeepsWhatTheLogDropped() {
        int dropped = 300;
        ActivityLog log = log(ActivityLog.MOST_CALLS + dropped);
        List<CapacityHistory.Point> points = CapacityHistory.of(log, START.plusSeconds(10_000));
        assertThat(points.getFirst().read()).isEqualTo(dropped * 0.5);
        assertThat(points.getLast().read()).isEqualTo(log.readCapacity());
        assertThat(points.getLast().write()).isEqualTo(log.writeCapacity());
        assertThat(points).hasSizeLessThanOrEqualTo(CapacityHistory.MOST + 2).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(CapacityHistory.of(new ActivityLog(), START)).isEmpty();
    }

    @Test
    void aFailedCheckHasNoLatencyAndOldOnesAreDropped() {
        LatencyHistory history = latency(LatencyHistory.MOST + 20);
        assertThat(history.points("dynamodb")).hasSize(LatencyHistory.MOST);
        assertThat(latency(5).points("postgres")).as("the fourth failed").hasSize(4);
        assertThat(history.points("schema")).as("no backend").isEmpty();
    }
}
