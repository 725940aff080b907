package dev.switchboard.ui.overview.charts;

import dev.switchboard.ui.common.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.chart.NumberAxis;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A horizontal axis of times. */
final class TimeAxis {
    private static final int TICKS = 4;
    private static final long LEAST_SECONDS = 4;

    private TimeAxis() {}

    /** Returns an axis from the first time to the last, labeled in a time zone. */
    static NumberAxis of(Instant first, Instant last, ZoneId zone) {
        double from = seconds(first);
        double to = Math.max(seconds(last), from + LEAST_SECONDS);
        NumberAxis axis = new NumberAxis(from, to, (to - from) / TICKS);
        boolean brief = to - from < Duration.ofMinutes(10).toSeconds();
        axis.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number seconds) {
                Instant at = Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1000));
                return brief ? Formats.seconds(at, zone) : Formats.time(at, zone);
            }

            @Override
            public @Nullable Number fromString(String text) {
                return null;
            }
        });
        axis.setMinorTickVisible(false);
        axis.setAnimated(false);
        axis.setLabel(Formats.zone(zone));
        return axis;
    }

    /** The position of a time on the axis. */
    static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}
