package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats the details of tables. */
final class TableDetailsFormatter {
    private static final Messages TEXT = Messages.of(TableDetailsFormatter.class);
    private static final Set<String> PASSING = Set.of("CREATING", "UPDATING", "DELETING", "ARCHIVING");

    private TableDetailsFormatter() {}

    /** A status in sentence case: {@code ACTIVE} becomes Active. */
    static String status(String status) {
        String words = status.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The style class of the pill for a status. */
    static String statusStyle(String status) {
        if (status.equals("ACTIVE")) {
            return "success";
        }
        return isPassing(status) ? "warning" : "danger";
    }

    /** Whether a status is transitional, so that the list must be polled. */
    static boolean isPassing(String status) {
        return PASSING.contains(status);
    }

    static String billing(TableDetails table) {
        return table.onDemand() ? TEXT.get("billing.on-demand") : TEXT.get("billing.provisioned");
    }

    /** Read and write capacity. */
    static String capacity(TableDetails table) {
        return table.onDemand() ? TEXT.get("billing.on-demand") : capacity(table.readCapacity(), table.writeCapacity());
    }

    private static String capacity(long read, long write) {
        return TEXT.get("capacity", read, write);
    }

    /** Key attributes, such as {@code pk (String, partition) · sk (String, sort)}. */
    static String keys(List<KeyAttribute> keys) {
        return keys.stream().map(TableDetailsFormatter::key).collect(Collectors.joining(" · "));
    }

    private static String key(KeyAttribute part) {
        return TEXT.get("key", part.name(), type(part.type()), TEXT.get(part.role().equals("HASH") ? "key.partition" : "key.sort"));
    }

    /** The name of the types {@code S}, {@code N}, and {@code B}. */
    static String type(String type) {
        return switch (type) {
            case "S" -> TEXT.get("type.text");
            case "N" -> TEXT.get("type.number");
            case "B" -> TEXT.get("type.binary");
            default -> type;
        };
    }

    /** The type, projection, and capacity of an index. */
    static String index(IndexDetails index) {
        String kind = TEXT.get(index.local() ? "index.local" : "index.global");
        String projection = switch (index.projection()) {
            case "ALL" -> TEXT.get("index.all");
            case "KEYS_ONLY" -> TEXT.get("index.keys-only");
            default -> TEXT.get("index.include", String.join(", ", index.included()));
        };
        String line = kind + " · " + projection;
        return index.readCapacity() == 0 ? line : line + " · " + capacity(index.readCapacity(), index.writeCapacity());
    }

    /** A suggestion for the safety settings of a table in prd; empty if there is none or the engine does not report them. */
    static String suggestion(TableDetails table) {
        boolean recoveryOff = Boolean.FALSE.equals(table.pointInTimeRecovery());
        if (!table.deletionProtection()) {
            return TEXT.get(recoveryOff ? "suggest.both" : "suggest.protection");
        }
        return recoveryOff ? TEXT.get("suggest.recovery") : "";
    }

    /** All details of a table, in display order. */
    static List<LabeledValue> facts(TableDetails table, ZoneId zone) {
        String created = table.created() == null ? TEXT.get("fact.unknown") : Formats.zoned(table.created(), zone);
        return List.of(
                new LabeledValue(TEXT.get("fact.keys"), keys(table.keys()), false, false),
                new LabeledValue(TEXT.get("fact.billing"), table.onDemand() ? billing(table) : billing(table) + " · " + capacity(table),
                        false, false),
                new LabeledValue(TEXT.get("fact.items"), TEXT.get("fact.about", Formats.count(table.approximateItems())), false, false),
                new LabeledValue(TEXT.get("fact.size"), TEXT.get("fact.about", Formats.bytes(table.approximateBytes())), false, false),
                new LabeledValue(TEXT.get("fact.stream"), stream(table), false, false),
                new LabeledValue(TEXT.get("fact.recovery"), onOff(table.pointInTimeRecovery()), false, false),
                new LabeledValue(TEXT.get("fact.protection"), onOff(table.deletionProtection()), false, false),
                new LabeledValue(TEXT.get("fact.created"), created, false, false),
                new LabeledValue(TEXT.get("fact.tags"), tags(table.tags()), false, false),
                new LabeledValue(TEXT.get("fact.arn"), table.arn(), true, true));
    }

    private static String stream(TableDetails table) {
        String view = table.streamView();
        return table.stream() ? TEXT.get("stream.on", view == null ? "" : status(view).toLowerCase(Locale.ROOT)) : TEXT.get("off");
    }

    private static String onOff(@Nullable Boolean on) {
        return on == null ? TEXT.get("fact.unknown") : TEXT.get(on ? "on" : "off");
    }

    private static String tags(Map<String, String> tags) {
        return tags.isEmpty()
                ? TEXT.get("fact.none")
                : tags.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(tag -> tag.getKey() + " = " + tag.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
