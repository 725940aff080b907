package dev.switchboard.doctor;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the clock of this machine is ahead of that of a server; negative if it is behind. The time that a request takes, and the unit that
 * the server counts in, leave a range.
 *
 * @param aws whether the server is one of AWS, which refuses requests that are signed with a wrong time
 * @param least the lower end of the range
 * @param most the upper end of the range
 */
record ClockOffset(String server, boolean aws, Duration least, Duration most) {
    /**
     * Compares the time that a server told with the times of this machine around the request.
     *
     * @param unit the unit of the server's time, which was rounded down to it
     */
    static ClockOffset between(String server, boolean aws, Instant before, Instant after, Instant told, Duration unit) {
        return new ClockOffset(server, aws, Duration.between(told.plus(unit), before), Duration.between(told, after));
    }

    /** The offset that is not explained by the range; zero if the clocks may agree. */
    Duration certain() {
        if (least.isPositive()) {
            return least;
        }
        return most.isNegative() ? most : Duration.ZERO;
    }

    boolean exceeds(Duration limit) {
        return certain().abs().compareTo(limit) > 0;
    }

    /** The largest offset that is possible, without its sign. */
    Duration largest() {
        return least.abs().compareTo(most.abs()) > 0 ? least.abs() : most.abs();
    }
}
