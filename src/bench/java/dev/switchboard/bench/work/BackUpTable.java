package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Backs a table up: a scan, the compressed file, and its verification. */
final class BackUpTable implements Benchmark {
    private static final long FULL = 1_000_000;
    private final BenchWorld world;

    BackUpTable(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String title(long size) {
        return "Back up %,d items".formatted(size);
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
        String table = world.conversations(size);
        Path file = world.folder().resolve("backup.switchboard");
        return List.of(
                new Contestant(Role.OURS, "", size, () -> ours(world, table, file)),
                new Contestant(Role.FLOOR, "scan, 1 segment", size, () -> ScanTable.floor(world, table, size, 1)),
                new Contestant(Role.FLOOR, "scan, 4 segments", size, () -> ScanTable.floor(world, table, size, 4)),
                new Contestant(Role.WIRE, "scan", size, () -> ScanTable.wire(world, table, size)),
                new Contestant(Role.COMMAND, "tables backup", size, () -> {
                    Files.deleteIfExists(file);
                    return world.command().run("tables", "backup", table, "--output", file.toString()).measure();
                }));
    }

    /** Writes a backup in place of an earlier one. */
    static Measurement ours(BenchWorld world, String table, Path file) throws Exception {
        Files.deleteIfExists(file);
        return Measurement.of(() -> world.session().backups().write(table, file, 0, Progress.NONE));
    }
}
