package dev.switchboard.ui.overview.charts;

import dev.switchboard.ui.common.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import javafx.scene.chart.NumberAxis;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A horizontal axis of times. */
final class TimeAxis {
    private static final int MOST_TICKS = 5;
    private static final long[] UNITS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600};
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private TimeAxis() {}

    /** Returns an axis from the first time to the last, labeled in a time zone. */
    static NumberAxis of(Instant first, Instant last, ZoneId zone) {
        double length = seconds(last) - seconds(first);
        long unit = Arrays.stream(UNITS).filter(each -> length / each <= MOST_TICKS).findFirst().orElse(DAY);
        // A second more at both ends, so that no point is on the edge.
        double from = Math.floor((seconds(first) - 1) / unit) * unit;
        double to = Math.ceil((seconds(last) + 1) / unit) * unit;
        NumberAxis axis = new NumberAxis(from, to, unit);
        boolean brief = unit < Duration.ofMinutes(1).toSeconds();
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
