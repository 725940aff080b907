package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.conversations.Participant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Sends the first message of this session, or the second, to a conversation that exists. */
final class SendMessage implements Benchmark {
    private static final String BEFORE = "2026-01-01T00:00:00.123456+00:00";
    private static final String NOW = "2026-01-01T00:01:00.123456+00:00";
    private final BenchWorld world;
    private final boolean first;

    SendMessage(BenchWorld world, boolean first) {
        this.world = world;
        this.first = first;
    }

    @Override
    public String name() {
        return first ? "send" : "send-again";
    }

    @Override
    public String title(long size) {
        return first ? "Send a message" : "Send the second message to a conversation";
    }

    @Override
    public List<Long> sizes() {
        return List.of(1L);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.atMost(SeedConversation.CALLS, first ? 4 : 2, Role.OURS));
    }

    @Override
    public List<Contestant> contestants(long size) {
        return List.of(new Contestant(Role.OURS, "", 1, this::ours), new Contestant(Role.FLOOR, "one transaction", 1, this::bare));
    }

    private Measurement ours() throws Exception {
        Participant ada = new Participant(UUID.randomUUID().toString(), "ada", "Ada Lindqvist");
        Participant bruno = new Participant(UUID.randomUUID().toString(), "bruno", "Bruno Keller");
        String group = UUID.randomUUID().toString();
        for (Map<String, AttributeValue> item : items(group, ada, bruno, BEFORE)) {
            world.bare().client().putItem(put -> put.tableName(world.messagesTable()).item(item));
        }
        if (!first) {
            send(group, ada);
        }
        return send(group, ada);
    }

    private Measurement send(String group, Participant sender) throws Exception {
        long before = world.session().activity().made();
        return Measurement.of(() -> world.session().sending().send(group, sender, "On my way."))
                .with(SeedConversation.CALLS, world.session().activity().made() - before);
    }

    /** What a client that knows everything would send: the message and both group items, moved, in one transaction. */
    private Measurement bare() throws Exception {
        Participant ada = new Participant(UUID.randomUUID().toString(), "ada", "Ada Lindqvist");
        Participant bruno = new Participant(UUID.randomUUID().toString(), "bruno", "Bruno Keller");
        String group = UUID.randomUUID().toString();
        List<Map<String, AttributeValue>> items = items(group, ada, bruno, NOW);
        return Measurement.of(() -> world.bare().client().transactWriteItems(write -> write.transactItems(items.stream()
                .map(item -> TransactWriteItem.builder().put(put -> put.tableName(world.messagesTable()).item(item)).build()).toList())));
    }

    private static List<Map<String, AttributeValue>> items(String group, Participant one, Participant other, String time) {
        return List.of(
                Map.of("pk", AttributeValue.fromS("MSG#" + group), "sk", AttributeValue.fromS(time),
                        "message_uuid", AttributeValue.fromS(UUID.randomUUID().toString()), "message",
                        AttributeValue.fromS("Are you free?"),
                        "user_uuid", AttributeValue.fromS(one.uuid()), "user_handle", AttributeValue.fromS(one.handle()),
                        "user_display_name", AttributeValue.fromS(one.displayName())),
                groupItem(group, one, other, time),
                groupItem(group, other, one, time));
    }

    private static Map<String, AttributeValue> groupItem(String group, Participant owner, Participant with, String time) {
        return Map.of("pk", AttributeValue.fromS("GRP#" + owner.uuid()), "sk", AttributeValue.fromS(time),
                "message_group_uuid", AttributeValue.fromS(group), "message", AttributeValue.fromS("Are you free?"),
                "user_uuid", AttributeValue.fromS(with.uuid()), "user_handle", AttributeValue.fromS(with.handle()),
                "user_display_name", AttributeValue.fromS(with.displayName()));
    }
}
