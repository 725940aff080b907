package dev.switchboard.ui.overview.charts;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/** The charts of this session: what it consumed, and how fast the backends answered. */
final class SessionCharts {
    private static final Messages TEXT = Messages.of(SessionCharts.class);

    private SessionCharts() {}

    /** Shows the capacity that the session consumed up to each moment. */
    static void capacity(ChartCard card, ActivityLog log, Instant now, ZoneId zone) {
        List<CapacityHistory.Point> points = CapacityHistory.of(log, now);
        if (points.isEmpty()) {
            card.say(TEXT.get("capacity.none"));
            return;
        }
        CapacityHistory.Point last = points.getLast();
        LineChart<Number, Number> chart = new LineChart<>(
                TimeAxis.of(points.getFirst().at(), last.at(), zone), ChartCard.numbers(TEXT.get("axis.capacity")));
        XYChart.Series<Number, Number> read = series(TEXT.get("capacity.read"));
        XYChart.Series<Number, Number> write = series(TEXT.get("capacity.write"));
        for (CapacityHistory.Point point : points) {
            read.getData().add(new XYChart.Data<>(TimeAxis.seconds(point.at()), point.read()));
            write.getData().add(new XYChart.Data<>(TimeAxis.seconds(point.at()), point.write()));
        }
        chart.setCreateSymbols(false);
        chart.getData().add(read);
        chart.getData().add(write);
        card.show(chart, TEXT.get("capacity.description", Formats.capacity(last.read()), Formats.capacity(last.write())));
    }

    private static XYChart.Series<Number, Number> series(String name) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.setName(name);
        return series;
    }

    /** Shows the latency of the backends in the checks of this session. */
    static void latency(ChartCard card, LatencyHistory history, ZoneId zone) {
        List<LatencyHistory.Point> all =
                LatencyHistory.BACKENDS.stream().flatMap(backend -> history.points(backend).stream()).toList();
        if (all.isEmpty()) {
            card.say(TEXT.get("latency.none"));
            return;
        }
        Instant first = all.stream().map(LatencyHistory.Point::at).min(Instant::compareTo).orElseThrow();
        Instant last = all.stream().map(LatencyHistory.Point::at).max(Instant::compareTo).orElseThrow();
        NumberAxis times = TimeAxis.of(first, last, zone);
        LineChart<Number, Number> chart = new LineChart<>(times, ChartCard.numbers(TEXT.get("axis.latency")));
        List<String> words = new ArrayList<>();
        for (String backend : LatencyHistory.BACKENDS) {
            List<LatencyHistory.Point> points = history.points(backend);
            String name = TEXT.get("backend." + backend);
            XYChart.Series<Number, Number> series = series(name);
            points.forEach(point -> ChartCard.add(
                    series.getData(), TimeAxis.seconds(point.at()), point.millis(), latency(name, point, zone)));
            chart.getData().add(series);
            if (!points.isEmpty()) {
                words.add(latency(name, points.getLast(), zone));
            }
        }
        card.show(chart, words.stream().collect(Collectors.joining(", ")) + ".");
    }

    private static String latency(String backend, LatencyHistory.Point point, ZoneId zone) {
        Duration took = Duration.ofNanos(Math.round(point.millis() * 1e6));
        return TEXT.get("latency.point", backend, Formats.duration(took), Formats.seconds(point.at(), zone));
    }
}
