package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@code tables describe --json} prints. */
final class DescribedTableReader {
    private DescribedTableReader() {}

    static TableSpecification read(DefinitionNode table) {
        TableDefinition definition = new TableDefinition(
                table.text("name"),
                keys(table),
                table.list("indexes").stream().map(DescribedTableReader::index).toList(),
                table.text("billing"),
                table.number("readCapacity"),
                table.number("writeCapacity"),
                table.optionalText("streamView"),
                table.isTrue("deletionProtection"),
                tags(table));
        DefinitionNode encryption = table.optional("encryption");
        String tableClass = table.optionalText("tableClass");
        Long days = table.optionalNumber("recoveryDays");
        return new TableSpecification(definition, new TableSettings(
                Objects.requireNonNullElse(table.optionalText("arn"), ""),
                table.optionalText("timeToLive"),
                days == null ? null : Integer.valueOf(Math.toIntExact(days)),
                encryption == null ? null : new TableSettings.Encryption(encryption.text("type"), encryption.optionalText("key")),
                "STANDARD".equals(tableClass) ? null : tableClass,
                byIndex(table, "onDemandLimits", DescribedTableReader::throughput),
                byIndex(table, "warmThroughput", DescribedTableReader::throughput),
                byIndex(table, "contributorInsights", one -> one.text("mode")),
                kinesis(table),
                policy(table, "resourcePolicy"),
                policy(table, "streamPolicy"),
                List.of(),
                List.of(),
                Set.of(),
                Set.of()));
    }

    private static List<KeyAttribute> keys(DefinitionNode owner) {
        return owner.list("keys").stream().map(key -> new KeyAttribute(key.text("name"), key.text("type"), key.text("role"))).toList();
    }

    private static IndexDefinition index(DefinitionNode index) {
        return new IndexDefinition(
                index.text("name"),
                index.isTrue("local"),
                keys(index),
                index.text("projection"),
                index.list("included").stream().map(DefinitionNode::asText).toList(),
                index.number("readCapacity"),
                index.number("writeCapacity"));
    }

    private static Map<String, String> tags(DefinitionNode table) {
        Map<String, String> tags = new TreeMap<>();
        DefinitionNode given = table.optional("tags");
        if (given != null) {
            given.members().forEach((key, value) -> tags.put(key, value.asText()));
        }
        return tags;
    }

    private static <T> Map<String, T> byIndex(DefinitionNode table, String name, Function<DefinitionNode, T> value) {
        Map<String, T> values = new TreeMap<>();
        table.list(name).forEach(one -> values.put(Objects.requireNonNullElse(one.optionalText("index"), ""), value.apply(one)));
        return values;
    }

    private static TableSettings.Throughput throughput(DefinitionNode units) {
        return new TableSettings.Throughput(units.optionalNumber("read"), units.optionalNumber("write"));
    }

    private static Map<String, String> kinesis(DefinitionNode table) {
        Map<String, String> streams = new TreeMap<>();
        table.list("kinesisStreams").forEach(stream -> streams.put(stream.text("stream"), stream.text("precision")));
        return streams;
    }

    private static @Nullable String policy(DefinitionNode table, String name) {
        if (!table.has(name)) {
            return null;
        }
        return table.node().get(name).isTextual() ? table.text(name) : table.object(name).node().toString();
    }
}
