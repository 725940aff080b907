package dev.switchboard.ui.overview.charts;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The capacity that a session consumed up to each moment, from its activity log. */
final class CapacityHistory {
    /** The maximum number of points, beside the first and the last. */
    static final int MOST = 200;

    /**
     * A moment.
     *
     * @param read the read capacity units consumed until then
     * @param write the write capacity units consumed until then
     */
    record Point(Instant at, double read, double write) {}

    private CapacityHistory() {}

    /**
     * Returns the moments in order; none if nothing was consumed. The calls that the log has dropped are in the first one.
     *
     * @param now the time of the last one
     */
    static List<Point> of(ActivityLog log, Instant now) {
        double read = log.readCapacity();
        double write = log.writeCapacity();
        List<Call> calls = log.calls().reversed();
        if (read + write == 0 || calls.isEmpty()) {
            return List.of();
        }
        read = Math.max(0, read - calls.stream().mapToDouble(Call::readCapacity).sum());
        write = Math.max(0, write - calls.stream().mapToDouble(Call::writeCapacity).sum());
        List<Point> points = new ArrayList<>();
        points.add(new Point(calls.getFirst().at(), read, write));
        int each = Math.max(1, calls.size() / MOST);
        for (int i = 0; i < calls.size(); i++) {
            read += calls.get(i).readCapacity();
            write += calls.get(i).writeCapacity();
            if (i % each == each - 1) {
                points.add(new Point(calls.get(i).at(), read, write));
            }
        }
        points.add(new Point(now.isBefore(points.getLast().at()) ? points.getLast().at() : now, read, write));
        return points;
    }
}
