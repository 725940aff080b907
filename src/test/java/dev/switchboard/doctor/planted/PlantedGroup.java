package dev.switchboard.doctor.planted;

import dev.switchboard.dynamodb.item.Item;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A conversation of two people as the web application writes it: two group rows, and messages a minute apart. */
final class PlantedGroup {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");
    final String uuid;
    final PlantedPerson one;
    final PlantedPerson other;
    final List<Item> rows = new ArrayList<>();
    final List<Item> messages = new ArrayList<>();
    private final Instant begin;

    PlantedGroup(int number, PlantedPerson one, PlantedPerson other, Instant begin, int count) {
        uuid = "c0000000-0000-4000-8000-%012d".formatted(number);
        this.one = one;
        this.other = other;
        this.begin = begin;
        for (int i = 0; i < count; i++) {
            messages.add(message(i % 3 == 0 ? one : other, "Message " + i + " of " + number, time(at(i), 0), i));
        }
        Instant last = at(count - 1);
        rows.add(row(one, other, text(count - 1), time(last, 0)));
        rows.add(row(other, one, text(count - 1), time(last, 0)));
    }

    /** The instant of a message. */
    Instant at(int message) {
        return begin.plusSeconds(60L * message).plusNanos(123_456_000);
    }

    String text(int message) {
        return messages.get(message).string("message");
    }

    String time(int message) {
        return messages.get(message).string("sk");
    }

    static String time(Instant instant, int hours) {
        return TIME.format(OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours(hours)));
    }

    Item message(PlantedPerson sender, String text, String time, int number) {
        return Item.builder().string("pk", "MSG#" + uuid).string("sk", time)
                .string("message_uuid", "%s-0000-4000-8000-%012d".formatted(uuid.substring(28), number)).string("message", text)
                .string("user_uuid", sender.uuid()).string("user_display_name", sender.name()).string("user_handle", sender.handle())
                .build();
    }

    Item row(PlantedPerson owner, PlantedPerson with, String text, String time) {
        return Item.builder().string("pk", "GRP#" + owner.uuid()).string("sk", time).string("message_group_uuid", uuid)
                .string("message", text).string("user_uuid", with.uuid()).string("user_display_name", with.name())
                .string("user_handle", with.handle()).build();
    }

    static String key(Item item) {
        return Item.builder().string("pk", item.string("pk")).string("sk", item.string("sk")).build().toJson();
    }
}
