package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.ConversationItems;
import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckScope;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All health checks that read size, of a whole messages table in which they find nothing. */
final class CheckData implements Benchmark {
    private static final long FULL = 1_000_000;
    private static final Set<String> CHECKS =
            Arrays.stream(DataCheck.values()).filter(DataCheck::readsItems).map(DataCheck::id).collect(Collectors.toSet());
    private final BenchWorld world;

    CheckData(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String title(long size) {
        return "Full health checks of %,d items".formatted(size);
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
        world.people(ConversationItems.people(size));
        Session session = world.closing(world.session(Map.of(Setting.MESSAGES_TABLE, table)));
        return List.of(
                new Contestant(Role.OURS, "", size, () -> Measurement.of(() -> check(session))),
                new Contestant(Role.FLOOR, "scan, 1 segment", size, () -> ScanTable.floor(world, table, size, 1)),
                new Contestant(Role.FLOOR, "scan, 4 segments", size, () -> ScanTable.floor(world, table, size, 4)),
                new Contestant(Role.WIRE, "scan", size, () -> ScanTable.wire(world, table, size)),
                world.command().contestant(size, "doctor", "--full", "--json", "--table", table));
    }

    private static void check(Session session) {
        try (DoctorReport report = session.doctor().check(new CheckScope(true, CHECKS, 0), Progress.NONE, result -> {})) {
            for (CheckResult result : report.results()) {
                if (result.findings().count() > 0 || !result.state().passed()) {
                    throw new IllegalStateException("found in healthy data: " + result.id() + " " + result.detail());
                }
            }
        }
    }
}
