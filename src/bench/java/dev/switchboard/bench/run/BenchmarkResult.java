package dev.switchboard.bench.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One row of the table.
 *
 * @param size the size that the contestants did
 * @param smaller the results of ours and the floor at the smaller sizes, smallest first
 */
public record BenchmarkResult(
        String name, String title, long size, List<ContestantResult> contestants, List<BenchmarkResult> smaller, List<Aim.Outcome> aims) {
    public BenchmarkResult {
        contestants = List.copyOf(contestants);
        smaller = List.copyOf(smaller);
        aims = List.copyOf(aims);
    }

    /** The fastest contestant of a role that was measured. */
    public Optional<ContestantResult> best(Role role) {
        return contestants.stream().filter(one -> one.role() == role && one.measured())
                .min(Comparator.comparingDouble(ContestantResult::perItem));
    }

    /** The time for each item of the fastest contestant of a role in seconds; NaN where none was measured. */
    public double perItem(Role role) {
        return best(role).map(ContestantResult::perItem).orElse(Double.NaN);
    }

    /** The time for each item of a contestant in seconds; NaN where it was not measured. */
    public double perItem(Role role, String contestant) {
        return contestants.stream().filter(one -> one.role() == role && one.name().equals(contestant))
                .mapToDouble(ContestantResult::perItem).findFirst().orElse(Double.NaN);
    }

    BenchmarkResult with(List<BenchmarkResult> smallerSizes, List<Aim> wanted) {
        return new BenchmarkResult(name, title, size, contestants, smallerSizes, wanted.stream().map(aim -> aim.of(this)).toList());
    }
}
