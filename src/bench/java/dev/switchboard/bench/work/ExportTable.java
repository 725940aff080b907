package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.job.Progress;
import dev.switchboard.transfer.ExportOptions;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Exports a whole table to a file of DynamoDB JSON lines. */
final class ExportTable implements Benchmark {
    private static final long FULL = 1_000_000;
    private final BenchWorld world;

    ExportTable(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String title(long size) {
        return "Export %,d items".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return world.scale().decades(FULL);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.2), Aim.timesFaster(5, Role.COMMAND, "aws dynamodb scan"), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        String table = world.conversations(size);
        String endpoint = world.endpoint().toString();
        Path file = world.folder().resolve("export.json");
        return List.of(
                new Contestant(Role.OURS, "1 segment", size, () -> ours(table, file, size, 1)),
                new Contestant(Role.FLOOR, "1 segment", size, () -> ScanTable.floor(world, table, size, 1)),
                new Contestant(Role.OURS, "4 segments", size, () -> ours(table, file, size, 4)),
                new Contestant(Role.FLOOR, "4 segments", size, () -> ScanTable.floor(world, table, size, 4)),
                new Contestant(Role.WIRE, "", size, () -> ScanTable.wire(world, table, size)),
                new Contestant(Role.COMMAND, "items export", size, () -> {
                    Files.deleteIfExists(file);
                    return world.command().run("items", "export", table, file.toString()).measure();
                }),
                world.rivals().aws(size, "dynamodb", "scan", "--table-name", table, "--endpoint-url", endpoint),
                world.rivals().boto3("boto3 scan", size, ScanTable.BOTO3, endpoint, table));
    }

    private Measurement ours(String table, Path file, long size, int segments) throws Exception {
        Files.deleteIfExists(file);
        ExportOptions options = new ExportOptions(List.of(ItemSelection.ALL), TransferFormat.DYNAMODB_JSON, segments, 0, false);
        return Measurement.of(
                () -> ScanTable.check(size, world.session().transfers().exporter().export(table, file, options, Progress.NONE).items()));
    }
}
