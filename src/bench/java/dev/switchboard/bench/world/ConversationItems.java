package dev.switchboard.bench.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Healthy conversations in any number: 20 messages and the group items of both participants each, computed when they are needed. */
public final class ConversationItems {
    private static final int LEAST_PEOPLE = 100;
    private static final int ITEMS_PER_PERSON = 10;
    private static final int ITEMS = 22;

    private ConversationItems() {}

    /** The first so many items. */
    public static Iterator<Map<String, AttributeValue>> first(long items) {
        return stream(items).iterator();
    }

    /** The first so many items: whole conversations, the last of which has as many messages as are left. At least 3. */
    public static Stream<Map<String, AttributeValue>> stream(long items) {
        long rest = items % ITEMS;
        long last = rest < 3 ? ITEMS + rest : rest;
        long whole = (items - last) / ITEMS;
        int people = people(items);
        return LongStream.rangeClosed(0, whole).boxed()
                .flatMap(group -> of(group.intValue(), people, (int) (group < whole ? ITEMS : last) - 2).stream());
    }

    /** The number of people among whom those are who take part in so many items. */
    public static int people(long items) {
        return (int) Math.max(LEAST_PEOPLE, items / ITEMS_PER_PERSON);
    }

    private static List<Map<String, AttributeValue>> of(int group, int people, int messages) {
        String uuid = "c0000000-0000-4000-8000-%012d".formatted(group);
        int half = people / 2;
        int one = group % half;
        int other = half + (group + group / half) % half;
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Map<String, AttributeValue> message = item("MSG#" + uuid, time(group, i), i % 2 == 0 ? one : other, text(group, i));
            message.put("message_uuid", AttributeValue.fromS("%08d-0000-4000-8000-%012d".formatted(group, i)));
            items.add(message);
        }
        for (int owner : new int[] {one, other}) {
            Map<String, AttributeValue> row =
                    item("GRP#" + user(owner), time(group, messages - 1), owner == one ? other : one, text(group, messages - 1));
            row.put("message_group_uuid", AttributeValue.fromS(uuid));
            items.add(row);
        }
        return items;
    }

    private static Map<String, AttributeValue> item(String partition, String time, int person, String text) {
        return new HashMap<>(Map.of(
                "pk", AttributeValue.fromS(partition),
                "sk", AttributeValue.fromS(time),
                "message", AttributeValue.fromS(text),
                "user_uuid", AttributeValue.fromS(user(person)),
                "user_handle", AttributeValue.fromS("person" + person),
                "user_display_name", AttributeValue.fromS("Person " + person)));
    }

    /** The UUID of a person. */
    public static String user(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String text(int group, int message) {
        return "Message " + message + " of the long conversation number " + group + ", about this and that";
    }

    /** A sort key. */
    public static String time(int group, int message) {
        Instant at = Instant.parse("2024-01-01T00:00:00.123456Z").plusSeconds(group * 600L + message * 20L);
        return at.toString().replace("Z", "+00:00");
    }
}
