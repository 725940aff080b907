package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BareDynamoDb;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.conversations.Participant;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.ScriptLine;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Seeds a new conversation of 100 messages and two group items. */
final class SeedConversation implements Benchmark {
    private static final int MESSAGES = 100;
    private static final long ITEMS = MESSAGES + 2;
    private final BenchWorld world;

    SeedConversation(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "seed";
    }

    @Override
    public String title(long size) {
        return "Seed one conversation (100 messages)";
    }

    @Override
    public List<Long> sizes() {
        return List.of(1L);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.5));
    }

    @Override
    public List<Contestant> contestants(long size) {
        return List.of(
                new Contestant(Role.OURS, "", 1, () -> ours(world.session())),
                new Contestant(Role.FLOOR, "", 1, () -> batches(world.bare(), world.messagesTable())),
                new Contestant(Role.SOURCE, "", 1, () -> puts(world.bare(), world.messagesTable())));
    }

    /** Ours, between two new people each time. */
    static Measurement ours(Session session) throws Exception {
        List<ScriptLine> lines =
                IntStream.range(0, MESSAGES).mapToObj(i -> new ScriptLine(i + 1, 1 + i % 2, "Line " + i + " of a long night at the harbor"))
                        .toList();
        Participant ada = new Participant(UUID.randomUUID().toString(), "ada", "Ada Lindqvist");
        Participant bruno = new Participant(UUID.randomUUID().toString(), "bruno", "Bruno Keller");
        long before = session.activity().made();
        Measurement measured = Measurement.of(() -> {
            SeedPlan plan = session.seeder().plan(ada, bruno, lines, null);
            session.seeder().run(plan, Progress.NONE);
        });
        return measured.with(CALLS, session.activity().made() - before);
    }

    /** The figure of the number of remote calls. */
    static final String CALLS = "remote calls";

    /** The same items in full batches, one after the other. */
    static Measurement batches(BareDynamoDb bare, String table) throws Exception {
        List<Map<String, AttributeValue>> items = items();
        return Measurement.of(() -> bare.write(table, items.iterator(), 1));
    }

    /** The same items, one put after the other. */
    static Measurement puts(BareDynamoDb bare, String table) throws Exception {
        List<Map<String, AttributeValue>> items = items();
        return Measurement.of(() -> items.forEach(item -> bare.client().putItem(put -> put.tableName(table).item(item))));
    }

    private static List<Map<String, AttributeValue>> items() {
        String group = UUID.randomUUID().toString();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(Map.of(
                    "pk", AttributeValue.fromS((i < MESSAGES ? "MSG#" : "GRP#") + group),
                    "sk",
                    AttributeValue
                            .fromS(Instant.parse("2026-01-01T00:00:00.123456Z").plusSeconds(60L * i).toString().replace("Z", "+00:00")),
                    "message_uuid", AttributeValue.fromS(UUID.randomUUID().toString()),
                    "message", AttributeValue.fromS("Line " + i + " of a long night at the harbor"),
                    "user_uuid", AttributeValue.fromS(group),
                    "user_display_name", AttributeValue.fromS("Ada Lindqvist"),
                    "user_handle", AttributeValue.fromS("ada")));
        }
        return items;
    }
}
