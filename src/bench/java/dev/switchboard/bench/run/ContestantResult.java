package dev.switchboard.bench.run;

import java.util.List;

/**
 * What was measured of a contestant.
 *
 * @param items the number of items of each run
 * @param runs empty where it was not measured
 * @param note why it was not measured; empty otherwise
 */
public record ContestantResult(Role role, String name, long items, List<Measurement> runs, String note) {
    public ContestantResult {
        runs = List.copyOf(runs);
    }

    public boolean measured() {
        return !runs.isEmpty();
    }

    /** The median of the elapsed times; NaN where it was not measured. */
    public double seconds() {
        return median(runs.stream().mapToDouble(Measurement::seconds).sorted().toArray());
    }

    /** The median time for each item in seconds. */
    public double perItem() {
        return seconds() / items;
    }

    /** The median of another figure, of the largest for memory; NaN where it was not measured. */
    public double figure(String name) {
        double[] all = runs.stream().filter(run -> run.figures().containsKey(name)).mapToDouble(run -> run.figures().get(name)).sorted()
                .toArray();
        return all.length > 0 && name.equals(Measurement.PEAK) ? all[all.length - 1] : median(all);
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
