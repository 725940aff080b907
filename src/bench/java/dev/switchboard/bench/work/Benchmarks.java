package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.world.BenchWorld;
import java.util.List;

/** All pieces of work, in the order of the table. */
public final class Benchmarks {
    private Benchmarks() {}

    public static List<Benchmark> all(BenchWorld world) {
        return List.of(
                new SeedConversation(world),
                new SeedOverDistance(world),
                new SendMessage(world, true),
                new SendMessage(world, false),
                new ScanTable(world));
    }
}
