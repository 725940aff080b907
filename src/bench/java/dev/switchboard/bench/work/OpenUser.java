package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BareHttp;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.ConversationItems;
import dev.switchboard.conversations.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Opens a user who has many conversations: the first page of them, newest first. */
final class OpenUser implements Benchmark {
    private static final int PEOPLE = 20_000;
    private static final int PAGE = 50;
    private static final int WIRE_PAGES = 1;
    private final BenchWorld world;

    OpenUser(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "open-user";
    }

    @Override
    public String title(long size) {
        return "Open a user with %,d groups (first %d)".formatted(size, PAGE);
    }

    @Override
    public List<Long> sizes() {
        return List.of(100L, 1_000L, 10_000L);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.3));
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        int person = sizes().indexOf(size);
        world.people(PEOPLE);
        load(person, (int) size);
        String user = ConversationItems.user(person);
        String partition = "GRP#" + user;
        String table = world.messagesTable();
        return List.of(
                new Contestant(Role.OURS, "", 1,
                        () -> Measurement.of(() -> ScanTable.check(Math.min(PAGE, size),
                                world.session().conversations().groups(user, new TimeRange.All(), PAGE, null).rows().size()))),
                new Contestant(Role.FLOOR, "one Query", 1, () -> Measurement.of(() -> world.bare().query(table, partition, PAGE, 1))),
                new Contestant(Role.WIRE, "", 1, () -> pages(world, partition, PAGE, WIRE_PAGES)),
                world.command().contestant(1, "conversations", "list", "--user", "person" + person, "--limit", Integer.toString(PAGE)),
                world.rivals().aws(1, "dynamodb", "query", "--table-name", table, "--endpoint-url", world.endpoint().toString(),
                        "--key-condition-expression", "pk = :pk", "--expression-attribute-values",
                        "{\":pk\":{\"S\":\"" + partition + "\"}}",
                        "--no-scan-index-forward", "--max-items", Integer.toString(PAGE), "--page-size", Integer.toString(PAGE)));
    }

    private void load(int person, int groups) throws Exception {
        List<Map<String, AttributeValue>> items = IntStream.range(0, groups).mapToObj(group -> {
            int with = PEOPLE - 1 - group;
            return Map.of(
                    "pk", AttributeValue.fromS("GRP#" + ConversationItems.user(person)),
                    "sk", AttributeValue.fromS(ConversationItems.time(group, 0)),
                    "message_group_uuid", AttributeValue.fromS("d0000000-0000-4000-8000-%012d".formatted(group)),
                    "message", AttributeValue.fromS("The last message of conversation " + group),
                    "user_uuid", AttributeValue.fromS(ConversationItems.user(with)),
                    "user_handle", AttributeValue.fromS("person" + with),
                    "user_display_name", AttributeValue.fromS("Person " + with));
        }).toList();
        world.bare().write(world.messagesTable(), items.iterator(), 2);
    }

    /** Pages of a partition of the messages table backwards, unread but for the key of the next. */
    static Measurement pages(BenchWorld world, String partition, int limit, int pages) throws Exception {
        try (BareHttp connection = BareHttp.dynamoDb(world.endpoint())) {
            connection.post("DynamoDB_20120810.ListTables", "{}");
            return Measurement.of(() -> {
                String from = "";
                for (int page = 0; page < pages; page++) {
                    byte[] response = connection.post("DynamoDB_20120810.Query", "{\"TableName\":\"" + world.messagesTable()
                            + "\",\"KeyConditionExpression\":\"pk = :pk\",\"ExpressionAttributeValues\":{\":pk\":{\"S\":\"" + partition
                            + "\"}},\"ScanIndexForward\":false,\"ReturnConsumedCapacity\":\"TOTAL\",\"Limit\":" + limit
                            + (from.isEmpty() ? "" : ",\"ExclusiveStartKey\":" + from) + "}");
                    from = BareHttp.object(response, "LastEvaluatedKey");
                    if (from.isEmpty()) {
                        return;
                    }
                }
            });
        }
    }
}
