package dev.switchboard.ui.overview.charts;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latency of the backends in the checks of a session, the last {@value #MOST} of each. A failed check has no latency. */
public final class LatencyHistory {
    /** The backends by the IDs of their checks. */
    public static final List<String> BACKENDS = List.of("dynamodb", "postgres", "cognito");

    /** The maximum number of points of a backend. */
    static final int MOST = 100;

    private final InstantSource clock;
    private final Map<String, List<Point>> points = new LinkedHashMap<>();

    /**
     * A measurement.
     *
     * @param millis the duration of one small request in milliseconds
     */
    record Point(Instant at, double millis) {}

    public LatencyHistory() {
        this(InstantSource.system());
    }

    /** @param clock supplies the times of the checks */
    LatencyHistory(InstantSource clock) {
        this.clock = clock;
        BACKENDS.forEach(backend -> points.put(backend, new ArrayList<>()));
    }

    /** Adds the results of checks that have just ended. */
    public void add(List<CheckResult> results) {
        Instant now = clock.instant();
        for (CheckResult result : results) {
            List<Point> mine = points.get(result.id());
            if (mine != null && (result.state() == CheckState.OK || result.state() == CheckState.WARNING)) {
                mine.add(new Point(now, result.took().toNanos() / 1e6));
                if (mine.size() > MOST) {
                    mine.removeFirst();
                }
            }
        }
    }

    List<Point> points(String backend) {
        return List.copyOf(points.getOrDefault(backend, List.of()));
    }
}
