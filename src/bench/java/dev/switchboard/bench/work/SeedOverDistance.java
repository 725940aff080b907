package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BareDynamoDb;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.DelayingProxy;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Setting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The work of {@link SeedConversation} over a link with a round trip of 20 ms, as to a region of AWS nearby. */
final class SeedOverDistance implements Benchmark {
    private static final Duration ROUND_TRIP = Duration.ofMillis(20);
    private final BenchWorld world;

    SeedOverDistance(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "seed-20ms";
    }

    @Override
    public String title(long size) {
        return "The same over a round trip of 20 ms";
    }

    @Override
    public List<Long> sizes() {
        return List.of(1L);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.timesFaster(20, Role.OURS, Role.SOURCE));
    }

    @Override
    public List<Contestant> contestants(long size) throws IOException {
        DelayingProxy link = world.closing(new DelayingProxy(world.endpoint(), ROUND_TRIP));
        Session session = world.closing(world.session(Map.of(Setting.DYNAMODB_ENDPOINT, link.endpoint().toString())));
        BareDynamoDb bare = world.closing(new BareDynamoDb(link.endpoint()));
        return List.of(
                new Contestant(Role.OURS, "", 1, () -> SeedConversation.ours(session)),
                new Contestant(Role.FLOOR, "", 1, () -> SeedConversation.batches(bare, world.messagesTable())),
                new Contestant(Role.SOURCE, "", 1, () -> SeedConversation.puts(bare, world.messagesTable())));
    }
}
