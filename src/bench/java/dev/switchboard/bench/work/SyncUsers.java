package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchPool;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.Copy;
import dev.switchboard.bench.world.DelayingProxy;
import dev.switchboard.job.Progress;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Setting;
import dev.switchboard.users.UserComparison;
import java.net.URI;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the Cognito IDs of all users to PostgreSQL after a comparison; also over a link with a round trip of 20 ms, because a commit costs little
 * where the server is in the same memory.
 */
final class SyncUsers implements Benchmark {
    private static final long FULL = 100_000;
    private static final int ONE_BY_ONE = 1_000;
    private static final int ONE_BY_ONE_OVER_DISTANCE = 50;
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);
    private final BenchWorld world;
    private final boolean distance;

    SyncUsers(BenchWorld world, boolean distance) {
        this.world = world;
        this.distance = distance;
    }

    @Override
    public String name() {
        return distance ? "pool-sync-20ms" : "pool-sync";
    }

    @Override
    public String title(long size) {
        return "Sync %,d Cognito IDs%s".formatted(size, distance ? " over a round trip of 20 ms" : "");
    }

    @Override
    public List<Long> sizes() {
        List<Long> sizes = world.scale().moreDecades(FULL);
        return distance ? List.of(sizes.getLast()) : sizes;
    }

    @Override
    public List<Aim> aims() {
        return distance ? List.of(Aim.timesFaster(200, Role.OURS, Role.SOURCE)) : List.of(Aim.withinFloor(2), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        world.people(size);
        BenchPool pool = world.closing(new BenchPool(size));
        Connection connection = world.closing(world.sql());
        if (!distance) {
            Session session = world.closing(world.session(pool.settings()));
            List<Contestant> all = new ArrayList<>(contestants(size, session, connection, connection, ONE_BY_ONE));
            all.add(new Contestant(Role.COMMAND, "users sync", size, () -> {
                Copy.forgetIds(connection);
                return world.command()
                        .run("users", "sync", "--apply", "--pool-id", pool.id(), "--cognito-endpoint", pool.endpoint().toString())
                        .measure();
            }));
            return all;
        }
        PostgresEngine engine = world.postgres();
        DelayingProxy link = world.closing(new DelayingProxy(URI.create("http://" + engine.host() + ":" + engine.port()), ROUND_TRIP));
        PostgresEngine far = new PostgresEngine(engine.engine(), link.endpoint().getHost(), link.endpoint().getPort(), engine.user(),
                engine.password(), engine.database());
        Map<Setting, String> settings = new EnumMap<>(pool.settings());
        settings.put(Setting.POSTGRES_URL, far.url().replace("@", ":" + engine.password() + "@"));
        Session session = world.closing(world.session(settings));
        return contestants(size, session, connection, world.closing(BenchWorld.connect(far)), ONE_BY_ONE_OVER_DISTANCE);
    }

    /**
     * @param near prepares the users
     * @param far the connection to be measured
     */
    private static List<Contestant> contestants(long size, Session session, Connection near, Connection far, int most) {
        int few = (int) Math.min(size, most);
        return List.of(
                new Contestant(Role.OURS, "", size, () -> {
                    Copy.forgetIds(near);
                    UserComparison comparison = session.userSync().compare(Progress.NONE);
                    return Measurement.of(() -> session.userSync().apply(comparison, Progress.NONE));
                }),
                new Contestant(Role.FLOOR, "COPY and one UPDATE", size, () -> {
                    Copy.forgetIds(near);
                    return Measurement.of(() -> ScanTable.check(size, Copy.writeIds(far, (int) size)));
                }),
                new Contestant(Role.SOURCE, "", few, () -> {
                    Copy.forgetIds(near);
                    return Measurement.of(() -> Copy.writeOneByOne(far, few));
                }));
    }
}
