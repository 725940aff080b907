package dev.switchboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Something that can be started and timed. */
abstract class MeasuredProgram {
    private final String name;
    private final Map<Metric, List<Double>> figures = new EnumMap<>(Metric.class);

    MeasuredProgram(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Starts it once and keeps what was measured, or throws it away where the round is for warming up. */
    final void round(boolean counts) throws IOException, InterruptedException {
        Map<Metric, Double> measured = measure();
        if (counts) {
            measured.forEach((figure, value) -> figures.computeIfAbsent(figure, key -> new ArrayList<>()).add(value));
        }
    }

    abstract Map<Metric, Double> measure() throws IOException, InterruptedException;

    /** The middle of what was measured; NaN where this is not measured of it. */
    double median(Metric figure) {
        List<Double> all = figures.getOrDefault(figure, List.of()).stream().sorted().toList();
        return all.isEmpty() ? Double.NaN : all.get(all.size() / 2);
    }

    /** Runs a command to its end, which must be a good one; returns the milliseconds. */
    static double toTheEnd(ProcessBuilder builder) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        double took = (System.nanoTime() - started) / 1e6;
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", builder.command()) + " ended with " + status + ": " + said);
        }
        return took;
    }
}
