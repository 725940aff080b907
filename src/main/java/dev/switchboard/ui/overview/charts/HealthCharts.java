package dev.switchboard.ui.overview.charts;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The charts of the Overview screen, two in a row. JavaFX thread only. */
public final class HealthCharts extends GridPane {
    private static final Messages TEXT = Messages.of(HealthCharts.class);
    private final ChartCard messages = new ChartCard("messages", TEXT.get("messages.title"));
    private final ChartCard groups = new ChartCard("groups", TEXT.get("groups.title"));
    private final ChartCard capacity = new ChartCard("capacity", TEXT.get("capacity.title"));
    private final ChartCard latency = new ChartCard("latency", TEXT.get("latency.title"));

    /** Created by FXML. */
    public HealthCharts() {
        setHgap(16);
        setVgap(16);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().setAll(half, half);
        addRow(0, messages, groups);
        addRow(1, capacity, latency);
    }

    /** Draws the charts of the data. */
    public void show(DataSummary summary) {
        DataCharts.messages(messages, summary);
        DataCharts.activity(groups, summary);
    }

    /** Draws the charts of the session. */
    public void show(ActivityLog log, LatencyHistory history, Instant now, ZoneId zone) {
        SessionCharts.capacity(capacity, log, now, zone);
        SessionCharts.latency(latency, history, zone);
    }
}
