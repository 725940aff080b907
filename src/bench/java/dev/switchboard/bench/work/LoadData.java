package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.load.LoadSpec;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a synthetic load: 10,000 users and 50,000 conversations for 1,000,000 messages, into an empty table. */
final class LoadData implements Benchmark {
    private static final long FULL = 1_000_000;
    private static final String TABLE = "load";
    private static final int MESSAGES_PER_USER = 100;
    private static final int MESSAGES_PER_GROUP = 20;
    private static final int FEWEST_USERS = 20;
    private final BenchWorld world;

    LoadData(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "seed-load";
    }

    @Override
    public String title(long size) {
        return "Load %,d synthetic messages".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return world.scale().decades(FULL);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.11), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        int users = (int) Math.max(FEWEST_USERS, size / MESSAGES_PER_USER);
        LoadSpec spec = new LoadSpec(users, (int) (size / MESSAGES_PER_GROUP), size, 1);
        world.people(FEWEST_USERS); // the database must be set up
        Session session = world.closing(world.session(Map.of(Setting.MESSAGES_TABLE, TABLE)));
        List<Contestant> all = new ArrayList<>();
        all.add(new Contestant(Role.OURS, "", spec.items(), () -> {
            world.emptyTable(TABLE);
            return Measurement.of(() -> ScanTable.check(spec.items(), session.loader().run(spec, 0.0, false, Progress.NONE).written()));
        }));
        all.addAll(new BulkWrites(world).floors(spec.items()));
        all.add(new Contestant(Role.COMMAND, "seed load", spec.items(), () -> {
            world.emptyTable(TABLE);
            return world.command().run("seed", "load", "--users", Integer.toString(spec.users()), "--groups",
                    Integer.toString(spec.groups()), "--messages", Long.toString(spec.messages()), "--table", TABLE).measure();
        }));
        return all;
    }
}
