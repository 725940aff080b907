package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.Copy;
import java.sql.Connection;
import java.util.List;

/** Reads all users from PostgreSQL, as a comparison with the user pool does. */
final class ReadUsers implements Benchmark {
    private static final long FULL = 100_000;
    private final BenchWorld world;

    ReadUsers(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "users-read";
    }

    @Override
    public String title(long size) {
        return "Read %,d users from PostgreSQL".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return world.scale().moreDecades(FULL);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(2), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        world.people(size);
        Connection connection = world.closing(world.sql());
        return List.of(
                new Contestant(Role.OURS, "", size,
                        () -> Measurement.of(() -> ScanTable.check(size, world.session().users().all().size()))),
                new Contestant(Role.FLOOR, "COPY", size, () -> Measurement.of(() -> ScanTable.check(size, Copy.readUsers(connection)))),
                world.command().contestant(size, "users", "list", "--json"));
    }
}
