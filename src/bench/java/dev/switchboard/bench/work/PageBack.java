package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.ConversationItems;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.item.PageKey;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Pages back through a long conversation to its beginning. */
final class PageBack implements Benchmark {
    private static final long FULL = 100_000;
    private static final int PAGE = 100;
    private final BenchWorld world;

    PageBack(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "page-back";
    }

    @Override
    public String title(long size) {
        return "Page back through %,d messages".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return world.scale().moreDecades(FULL);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.3), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        String group = "e0000000-0000-4000-8000-%012d".formatted(size);
        String partition = "MSG#" + group;
        Iterator<Map<String, AttributeValue>> items = LongStream.range(0, size).mapToObj(i -> message(partition, i)).iterator();
        world.bare().write(world.messagesTable(), items, 2);
        int pages = Integer.MAX_VALUE;
        return List.of(
                new Contestant(Role.OURS, "", size, () -> Measurement.of(() -> ScanTable.check(size, read(group)))),
                new Contestant(Role.FLOOR, "", size,
                        () -> Measurement
                                .of(() -> ScanTable.check(size, world.bare().query(world.messagesTable(), partition, PAGE, pages)))),
                new Contestant(Role.WIRE, "", size, () -> OpenUser.pages(world, partition, PAGE, pages)),
                world.command().contestant(size, "conversations", "show", group, "--all", "--json"));
    }

    private long read(String group) {
        long messages = 0;
        PageKey from = null;
        do {
            Page<Message> page = world.session().conversations().messages(group, new TimeRange.All(), PAGE, from);
            messages += page.rows().size();
            from = page.next();
        } while (from != null);
        return messages;
    }

    private static Map<String, AttributeValue> message(String partition, long number) {
        return Map.of(
                "pk", AttributeValue.fromS(partition),
                "sk", AttributeValue.fromS(ConversationItems.time((int) number, 0)),
                "message_uuid", AttributeValue.fromS("f0000000-0000-4000-8000-%012d".formatted(number)),
                "message", AttributeValue.fromS("Message " + number + " of a conversation that does not end, about this and that"),
                "user_uuid", AttributeValue.fromS(ConversationItems.user((int) (number % 2))),
                "user_handle", AttributeValue.fromS("person" + number % 2),
                "user_display_name", AttributeValue.fromS("Person " + number % 2));
    }
}
