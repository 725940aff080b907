package dev.switchboard.cli.tables;

import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.explorer.cost.TableCost;
import dev.switchboard.explorer.cost.TableCostEstimator;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats the details of DynamoDB tables as JSON and as text. */
final class TableFormatter {
    private static final Messages TEXT = Messages.of(TableFormatter.class);

    private TableFormatter() {}

    /** Returns the entry of a table in {@code tables list --json}. */
    static Map<String, @Nullable Object> summary(TableDetails table) {
        return Json.object(
                "name", table.name(),
                "status", table.status(),
                "billing", table.billing(),
                "approximateItems", table.approximateItems(),
                "approximateBytes", table.approximateBytes(),
                "keys", keys(table.keys()),
                "indexes", table.indexes().stream().map(TableFormatter::index).toList(),
                "stream", table.stream(),
                "deletionProtection", table.deletionProtection());
    }

    /** Returns all details of a table. */
    static Map<String, @Nullable Object> details(TableDetails table) {
        Map<String, @Nullable Object> all = summary(table);
        all.put("readCapacity", table.readCapacity());
        all.put("writeCapacity", table.writeCapacity());
        all.put("streamView", table.streamView());
        all.put("pointInTimeRecovery", table.pointInTimeRecovery());
        all.put("tags", table.tags());
        all.put("created", table.created());
        all.put("arn", table.arn());
        return all;
    }

    /** Returns the entry of the estimated cost in {@code tables describe --json}. */
    static Map<String, @Nullable Object> cost(TableCost cost) {
        return Json.object("currency", "USD", "capacity", cost.capacity(), "storage", cost.storage(), "recovery", cost.recovery(), "total",
                cost.total(), "region", cost.region(), "pricesAsOf", cost.date());
    }

    private static List<Map<String, @Nullable Object>> keys(List<KeyAttribute> keys) {
        return keys.stream().map(key -> Json.object("name", key.name(), "type", key.type(), "role", key.role())).toList();
    }

    private static Map<String, @Nullable Object> index(IndexDetails index) {
        return Json.object(
                "name", index.name(),
                "status", index.status(),
                "keys", keys(index.keys()),
                "projection", index.projection(),
                "included", index.included(),
                "local", index.local(),
                "readCapacity", index.readCapacity(),
                "writeCapacity", index.writeCapacity());
    }

    /** Returns a table of the tables. */
    static TextTable list(List<TableDetails> tables) {
        TextTable text =
                new TextTable("NAME", "STATUS", "KEYS", "INDEXES", "BILLING", ">ITEMS", ">SIZE", "STREAM", "RECOVERY", "PROTECTED");
        for (TableDetails table : tables) {
            text.row(
                    table.name(),
                    table.status(),
                    keyText(table.keys()),
                    table.indexes().stream().map(IndexDetails::name).collect(Collectors.joining(", ")),
                    billing(table),
                    "~" + count(table.approximateItems()),
                    "~" + bytes(table.approximateBytes()),
                    yes(table.stream()),
                    recovery(table),
                    yes(table.deletionProtection()));
        }
        return text;
    }

    /** Returns the details of a table, one line for each property. */
    static List<String> lines(TableDetails table, TableSettings settings) {
        TextTable text = new TextTable(TEXT.get("table.name"), table.name());
        text.row(TEXT.get("table.status"), table.status());
        text.row(TEXT.get("table.keys"), keyText(table.keys()));
        for (IndexDetails index : table.indexes()) {
            text.row(TEXT.get("table.index"), index.name() + " (" + keyText(index.keys()) + ")");
        }
        text.row(TEXT.get("table.billing"), billing(table));
        text.row(TEXT.get("table.items"), TEXT.get("table.approximate", count(table.approximateItems())));
        text.row(TEXT.get("table.size"), TEXT.get("table.approximate", bytes(table.approximateBytes())));
        text.row(TEXT.get("table.stream"), table.stream() ? table.streamView() : TEXT.get("no"));
        text.row(TEXT.get("table.recovery"), recovery(table));
        text.row(TEXT.get("table.protection"), yes(table.deletionProtection()));
        TableSettingsFormatter.add(text, settings);
        text.row(TEXT.get("table.cost"), TableCostEstimator.of(table, settings.tableClass()).text());
        table.tags().forEach((name, value) -> text.row(TEXT.get("table.tag"), name + " = " + value));
        text.row(TEXT.get("table.created"), table.created());
        text.row("ARN", table.arn());
        return text.lines();
    }

    /** Returns the safeguards of a table, one line for each. */
    static List<String> safety(TableDetails table) {
        TextTable text = new TextTable(TEXT.get("table.name"), table.name());
        text.row(TEXT.get("table.recovery"), recovery(table));
        text.row(TEXT.get("table.protection"), yes(table.deletionProtection()));
        return text.lines();
    }

    /** Returns the recommended safeguards that are off, with the command that turns them on. */
    static List<String> suggestions(TableDetails table) {
        List<String> lines = new ArrayList<>();
        if (!table.deletionProtection()) {
            lines.add(TEXT.get("table.suggest.protection", table.name()));
        }
        if (Boolean.FALSE.equals(table.pointInTimeRecovery())) {
            lines.add(TEXT.get("table.suggest.recovery", table.name()));
        }
        return lines;
    }

    private static String keyText(List<KeyAttribute> keys) {
        return keys.stream().map(key -> key.name() + " " + key.type() + " " + key.role()).collect(Collectors.joining(", "));
    }

    private static String billing(TableDetails table) {
        return table.billing().equals("PROVISIONED")
                ? TEXT.get("table.provisioned", table.readCapacity(), table.writeCapacity())
                : TEXT.get("table.on-demand");
    }

    private static String recovery(TableDetails table) {
        @Nullable Boolean recovery = table.pointInTimeRecovery();
        return recovery == null ? TEXT.get("unknown") : yes(recovery);
    }

    private static String yes(boolean value) {
        return TEXT.get(value ? "yes" : "no");
    }

    private static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String bytes(long bytes) {
        if (bytes < 10_000) {
            return count(bytes) + " B";
        }
        return bytes < 10_000_000 ? count(bytes / 1_000) + " kB" : count(bytes / 1_000_000) + " MB";
    }
}
