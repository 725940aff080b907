package dev.switchboard.bench.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets the contestants of a piece of work take turns, so that a drift of the machine meets all of them. Ours and the floor are warmed up at the
 * smallest size. Short work is run more often, long work less often than {@value #RUNS} times.
 */
public final class Runner {
    private static final int RUNS = 5;
    private static final int MOST_RUNS = 50;
    private static final int MOST_WARM_UPS = 30;
    private static final double WARM_UP_SECONDS = 4;
    private static final double SHORT_SECONDS = 2;
    private static final double LONG_SECONDS = 30;
    private static final double VERY_LONG_SECONDS = 60;

    public BenchmarkResult run(Benchmark benchmark) throws Exception {
        List<Long> sizes = benchmark.sizes();
        List<BenchmarkResult> results = new ArrayList<>();
        for (long size : sizes) {
            boolean last = size == sizes.getLast();
            System.err.printf(Locale.ROOT, "%tT %s%n", System.currentTimeMillis(), benchmark.title(size));
            List<Contestant> contestants =
                    benchmark.contestants(size).stream().filter(one -> last || one.role().isInProcess()).toList();
            if (results.isEmpty()) {
                warmUp(contestants);
            }
            results.add(new BenchmarkResult(benchmark.name(), benchmark.title(size), size, race(contestants), List.of(), List.of()));
        }
        return results.getLast().with(results.subList(0, results.size() - 1), benchmark.aims());
    }

    private static void warmUp(List<Contestant> contestants) throws Exception {
        long started = System.nanoTime();
        for (int round = 0; round == 0 || (round < MOST_WARM_UPS && secondsSince(started) < WARM_UP_SECONDS); round++) {
            for (Contestant contestant : contestants) {
                @Nullable Attempt attempt = contestant.attempt();
                if (attempt != null && contestant.role().isInProcess()) {
                    attempt.measure();
                }
            }
        }
    }

    private static List<ContestantResult> race(List<Contestant> contestants) {
        List<List<Measurement>> measured = new ArrayList<>();
        contestants.forEach(contestant -> measured.add(new ArrayList<>()));
        double[] elapsed = new double[contestants.size()];
        String[] notes = contestants.stream().map(Contestant::note).toArray(String[]::new);
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < notes.length; i++) {
                @Nullable Attempt attempt = contestants.get(i).attempt();
                if (attempt == null || !notes[i].isEmpty() || !again(contestants.get(i).role(), measured.get(i), elapsed[i])) {
                    continue;
                }
                long started = System.nanoTime();
                try {
                    measured.get(i).add(attempt.measure());
                    elapsed[i] += secondsSince(started);
                    more = true;
                } catch (Exception e) {
                    // One contestant that fails must not take the figures of the others away.
                    notes[i] = "failed";
                    System.err.println(contestants.get(i).role().title() + " " + contestants.get(i).name() + " failed");
                    e.printStackTrace();
                }
            }
        }
        List<ContestantResult> results = new ArrayList<>();
        for (int i = 0; i < notes.length; i++) {
            Contestant one = contestants.get(i);
            results.add(
                    new ContestantResult(one.role(), one.name(), one.items(), notes[i].isEmpty() ? measured.get(i) : List.of(), notes[i]));
        }
        return results;
    }

    private static boolean again(Role role, List<Measurement> done, double elapsed) {
        double longest = done.stream().mapToDouble(Measurement::seconds).max().orElse(0);
        // What ours is only set beside does not need the precision of what it is measured by.
        double most = role.isInProcess() ? LONG_SECONDS : LONG_SECONDS / 10;
        int least = longest > VERY_LONG_SECONDS ? 1 : longest > most ? 3 : RUNS;
        return done.size() < least || (elapsed < SHORT_SECONDS && done.size() < MOST_RUNS && role.isInProcess());
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    /** The benchmarks that were asked for. @param names separated by commas; empty for all */
    public static List<Benchmark> chosen(List<Benchmark> all, String names) {
        if (names.isBlank()) {
            return all;
        }
        List<String> wanted = Arrays.stream(names.split(",", -1)).map(String::strip).toList();
        List<String> known = all.stream().map(Benchmark::name).toList();
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(name + " is not one of " + String.join(", ", known));
        });
        return all.stream().filter(one -> wanted.contains(one.name())).toList();
    }
}
