package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.job.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Restores a table from its backup: verifies the file, creates the table, writes the items and counts them. */
final class RestoreTable implements Benchmark {
    private static final long FULL = 1_000_000;
    private static final String TABLE = "restored";
    private final BenchWorld world;

    RestoreTable(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String title(long size) {
        return "Restore %,d items".formatted(size);
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
        Path file = world.folder().resolve("restore-" + size + ".switchboard");
        BackUpTable.ours(world, world.conversations(size), file);
        List<Contestant> all = new ArrayList<>();
        all.add(new Contestant(Role.OURS, "", size, () -> {
            world.drop(TABLE);
            return Measurement.of(() -> world.session().backups().restore(file, TABLE, 0, Progress.NONE));
        }));
        all.addAll(new BulkWrites(world).floors(size));
        all.add(new Contestant(Role.COMMAND, "tables restore", size, () -> {
            world.drop(TABLE);
            return world.command().run("tables", "restore", file.toString(), "--as", TABLE).measure();
        }));
        return all;
    }
}
