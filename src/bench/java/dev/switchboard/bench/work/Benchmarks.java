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
                new LoadData(world),
                new OpenUser(world),
                new PageBack(world),
                new ScanTable(world),
                new ExportTable(world),
                new ImportItems(world),
                new BackUpTable(world),
                new RestoreTable(world),
                new ListPool(world),
                new ReadUsers(world),
                new ComparePool(world),
                new SyncUsers(world, false),
                new SyncUsers(world, true),
                new CheckData(world),
                new SearchPalette(),
                new RecordActivity());
    }
}
