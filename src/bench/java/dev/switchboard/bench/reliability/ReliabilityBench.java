package dev.switchboard.bench.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills, races and full disks, each many times on fresh stores with real processes of the command line, and the state of the stores compared
 * by digest. Prints a table, and ends with status 1 if a run lost, doubled or half wrote something.
 */
public final class ReliabilityBench {
    private ReliabilityBench() {}

    /** @param arguments the number of runs of each scenario, and optionally a part of the names of those to run */
    public static void main(String[] arguments) {
        int runs = Integer.parseInt(arguments[0]);
        String part = arguments.length > 1 ? arguments[1] : "";
        List<Scenario> scenarios = Stream.of(KillScenarios.all(), RaceScenarios.all(), FullDiskScenarios.all())
                .flatMap(List::stream)
                .filter(scenario -> scenario.name().contains(part))
                .toList();
        if (runs == 0) {
            return;
        }
        boolean good = true;
        System.out.printf("%-52s %5s %6s  %s%n", "scenario", "runs", "wrong", "outcomes");
        for (Scenario scenario : scenarios) {
            good &= report(scenario, runs);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean report(Scenario scenario, int runs) {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<Throwable> wrong = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            try {
                outcomes.merge(scenario.run().once(new Random(i)), 1, Integer::sum);
            } catch (Exception | AssertionError e) {
                wrong.add(e);
            }
        }
        String counted = outcomes.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining("; "));
        System.out.printf("%-52s %5d %6d  %s%n", scenario.name(), runs, wrong.size(), counted);
        wrong.forEach(e -> System.out.println("    " + e));
        return wrong.isEmpty();
    }
}
