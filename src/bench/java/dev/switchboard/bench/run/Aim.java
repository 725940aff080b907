package dev.switchboard.bench.run;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a piece of work should reach.
 *
 * @param text what is compared, such as "of the floor"
 * @param atMost whether the limit is the largest that meets the aim; otherwise the smallest
 * @param figure the figure of a result; NaN where it was not measured
 */
public record Aim(String text, double limit, boolean atMost, ToDoubleFunction<BenchmarkResult> figure) {

    /** The time for each item in relation to that of the best contestant of a role. */
    public static Aim within(double limit, Role ours, Role other) {
        return new Aim("of " + named(other) + of(ours), limit, true, result -> result.perItem(ours) / result.perItem(other));
    }

    /** Ours within a limit of the floor. */
    public static Aim withinFloor(double limit) {
        return within(limit, Role.OURS, Role.FLOOR);
    }

    /** How many times as fast as the best contestant of a role. */
    public static Aim timesFaster(double limit, Role ours, Role other) {
        return new Aim("times as fast as " + named(other) + of(ours), limit, false, result -> result.perItem(other) / result.perItem(ours));
    }

    /** How many times as fast as one contestant. */
    public static Aim timesFaster(double limit, Role ours, String other) {
        return new Aim("times as fast as " + other + of(ours), limit, false,
                result -> result.perItem(Role.RIVAL, other) / result.perItem(ours));
    }

    /** The largest value of a figure. */
    public static Aim atMost(String figure, double limit, Role role) {
        return new Aim(figure, limit, true, result -> result.best(role).map(one -> one.figure(figure)).orElse(Double.NaN));
    }

    /** The peak memory of a bulk command. */
    public static Aim memory() {
        return atMost(Measurement.PEAK, 256, Role.COMMAND);
    }

    private static String named(Role role) {
        return role == Role.FLOOR ? "the floor" : role.title();
    }

    private static String of(Role ours) {
        return ours == Role.COMMAND ? " (command)" : "";
    }

    /**
     * An aim and what was reached.
     *
     * @param value NaN where it was not measured
     */
    public record Outcome(String text, double value, double limit, boolean atMost) {
        public boolean met() {
            return atMost ? value <= limit : value >= limit;
        }

        /** One phrase, such as "1.14 of the floor (at most 1.5): met". */
        @Override
        public String toString() {
            return Double.isNaN(value)
                    ? text + ": not measured"
                    : "%s %s (%s %s): %s".formatted(number(value), text, atMost ? "at most" : "at least", number(limit),
                            met() ? "met" : "MISSED");
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, value >= 10 && value == Math.rint(value) || value >= 100 ? "%.0f" : "%.2f", value);
        }
    }

    Outcome of(BenchmarkResult result) {
        return new Outcome(text, figure.applyAsDouble(result), limit, atMost);
    }
}
