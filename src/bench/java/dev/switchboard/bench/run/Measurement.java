package dev.switchboard.bench.run;

import java.util.HashMap;
import java.util.Map;

/**
 * What one run took.
 *
 * @param seconds elapsed time
 * @param figures anything else that was measured, by name; {@link #PEAK} among them for a process
 */
public record Measurement(double seconds, Map<String, Double> figures) {
    /** The most memory that a process had resident, in MB. */
    public static final String PEAK = "peak MB";

    public Measurement {
        figures = Map.copyOf(figures);
    }

    /** Work to be timed. */
    @FunctionalInterface
    public interface Body {
        void run() throws Exception;
    }

    /** Times work of this process. */
    public static Measurement of(Body body) throws Exception {
        long started = System.nanoTime();
        body.run();
        return new Measurement((System.nanoTime() - started) / 1e9, Map.of());
    }

    /** Returns the same measurement with one more figure. */
    public Measurement with(String name, double figure) {
        Map<String, Double> more = new HashMap<>(figures);
        more.put(name, figure);
        return new Measurement(seconds, more);
    }
}
