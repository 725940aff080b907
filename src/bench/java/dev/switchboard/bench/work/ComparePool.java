package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchPool;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.Copy;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import java.sql.Connection;
import java.util.List;

/** Compares all users of the user pool with those of PostgreSQL. */
final class ComparePool implements Benchmark {
    private static final long FULL = 100_000;
    private final BenchWorld world;

    ComparePool(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "pool-compare";
    }

    @Override
    public String title(long size) {
        return "Compare %,d users".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return world.scale().moreDecades(FULL);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.2), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        world.people(size);
        BenchPool pool = world.closing(new BenchPool(size));
        Session session = world.closing(world.session(pool.settings()));
        Connection connection = world.closing(world.sql());
        return List.of(
                new Contestant(Role.OURS, "", size, () -> Measurement.of(() -> session.userSync().compare(Progress.NONE))),
                new Contestant(Role.FLOOR, "list and COPY", size, () -> Measurement.of(() -> {
                    pool.list();
                    Copy.readUsers(connection);
                })),
                world.command().contestant(size, "users", "compare", "--json", "--pool-id", pool.id(), "--cognito-endpoint",
                        pool.endpoint().toString()));
    }
}
