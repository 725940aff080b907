package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.job.Progress;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.ImportOptions;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imports items from a file into an empty table. */
final class ImportItems implements Benchmark {
    private static final long FULL = 1_000_000;
    private static final String TABLE = "import";
    private final BenchWorld world;

    ImportItems(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String title(long size) {
        return "Import %,d items".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return world.scale().decades(FULL);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.2), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        BulkWrites others = new BulkWrites(world);
        Path file = others.file(size);
        List<Contestant> all = new ArrayList<>();
        all.add(new Contestant(Role.OURS, "", size, () -> ours(file, size)));
        all.addAll(others.floors(size));
        all.addAll(others.others(size));
        all.add(new Contestant(Role.COMMAND, "items import", size, () -> {
            world.emptyTable(TABLE);
            return world.command().run("items", "import", TABLE, file.toString()).measure();
        }));
        return all;
    }

    private Measurement ours(Path file, long size) throws Exception {
        world.emptyTable(TABLE);
        ImportOptions options = new ImportOptions(TransferFormat.DYNAMODB_JSON, ConflictMode.REPLACE, null, 0, false, false);
        return Measurement.of(
                () -> ScanTable.check(size, world.session().transfers().importer().run(TABLE, file, options, Progress.NONE).written()));
    }
}
