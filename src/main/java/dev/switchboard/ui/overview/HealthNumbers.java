package dev.switchboard.ui.overview;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.explorer.cost.TableUsage;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.users.UserDirectory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the counts of the Overview screen into words, each with its age. */
final class HealthNumbers {
    private static final Messages TEXT = Messages.of(HealthNumbers.class);
    private static final String UNKNOWN = "—";

    private HealthNumbers() {}

    /** Returns the number of items, which DynamoDB estimates; null where the table is not known. */
    static HealthNumber items(String table, @Nullable TableDetails details) {
        String value = details == null ? UNKNOWN : TEXT.get("number.items.about", details.approximateItems());
        String note = details == null ? TEXT.get("number.unknown") : TEXT.get("number.items.note");
        return new HealthNumber("items", value, note, "items", Map.of("table", table));
    }

    /** Returns the number of messages, which is known when all data was read. */
    static HealthNumber messages(DataSummary summary, Instant now, ZoneId zone) {
        String value = summary.complete() ? Formats.count(summary.messages()) : UNKNOWN;
        String note = summary.complete()
                ? TEXT.get("number.messages.note", summary.groups(), Formats.when(summary.at(), now, zone))
                : TEXT.get("number.messages.unknown");
        return new HealthNumber("messages", value, note, "conversations", Map.of());
    }

    /** Returns the number of users; null where it is not known. */
    static HealthNumber users(UserDirectory.@Nullable Counts counts) {
        String value = counts == null ? UNKNOWN : Formats.count(counts.users());
        String note = counts == null ? TEXT.get("number.unknown") : TEXT.get("number.users.note", counts.unsynced());
        return new HealthNumber("users", value, note, "users", Map.of());
    }

    /** Returns the time of the newest message, of all or of a sample. */
    static HealthNumber newest(DataSummary summary, Instant now, ZoneId zone) {
        @Nullable Instant newest = summary.newest();
        String value = newest == null ? UNKNOWN : Formats.when(newest, now, zone);
        boolean read = summary.complete() || summary.items() > 0;
        String note = !read
                ? TEXT.get("number.unknown")
                : newest == null
                        ? TEXT.get(summary.complete() ? "number.newest.none" : "number.newest.none-in-sample")
                : TEXT.get(summary.complete() ? "number.newest.note" : "number.newest.sample", Formats.zone(zone));
        return new HealthNumber("newest", value, note, "conversations", Map.of());
    }

    /** Returns what this session consumed, and how often the messages table was throttled. */
    static HealthNumber cost(ActivityLog log, String table) {
        String value =
                TEXT.get("number.cost.value", Formats.capacity(log.readCapacity()), Formats.capacity(log.writeCapacity()));
        long throttled = TableUsage.of(log, table, Instant.EPOCH).throttled();
        return new HealthNumber("cost", value, TEXT.get("number.cost.note", log.made(), throttled), "activity", Map.of());
    }
}
