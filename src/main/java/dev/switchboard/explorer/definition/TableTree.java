package dev.switchboard.explorer.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds what CreateTable and CloudFormation have in common as a tree of maps and lists. */
final class TableTree {
    private static final JsonMapper JSON = new JsonMapper();
    private final TableSpecification table;

    TableTree(TableSpecification table) {
        this.table = table;
    }

    /** Writes a tree as indented JSON with a line end. */
    static String json(Object tree) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A policy as a tree; the text where it is no JSON. */
    static Object policy(String policy) {
        try {
            JsonNode tree = JSON.readTree(policy);
            return tree;
        } catch (JsonProcessingException e) {
            return policy;
        }
    }

    /** Returns an object from alternating names and values; what is null is left out. */
    static Map<String, Object> object(@Nullable Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            @Nullable Object value = namesAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return object;
    }

    /** Returns the properties with the same names and values in both. */
    Map<String, Object> shared() {
        TableDefinition definition = table.definition();
        TableSettings settings = table.settings();
        Map<String, Object> tree = object(
                "TableName", definition.name(),
                "AttributeDefinitions", TableCopies.attributes(table).stream()
                        .map(attribute -> object("AttributeName", attribute.getKey(), "AttributeType", attribute.getValue()))
                        .toList(),
                "KeySchema", schema(definition.keys()),
                "BillingMode", definition.billing(),
                "ProvisionedThroughput", definition.onDemand() ? null : units(definition.readCapacity(), definition.writeCapacity()),
                "OnDemandThroughput", limits(""),
                "WarmThroughput", warm(""));
        List<Map<String, Object>> global = new ArrayList<>();
        List<Map<String, Object>> local = new ArrayList<>();
        definition.indexes().forEach(index -> (index.local() ? local : global).add(index(index)));
        if (!local.isEmpty()) {
            tree.put("LocalSecondaryIndexes", local);
        }
        if (!global.isEmpty()) {
            tree.put("GlobalSecondaryIndexes", global);
        }
        if (settings.tableClass() != null) {
            tree.put("TableClass", settings.tableClass());
        }
        if (definition.deletionProtection()) {
            tree.put("DeletionProtectionEnabled", true);
        }
        if (!definition.tags().isEmpty()) {
            List<Object> tags = new ArrayList<>();
            new TreeMap<>(definition.tags()).forEach((key, value) -> tags.add(object("Key", key, "Value", value)));
            tree.put("Tags", tags);
        }
        return tree;
    }

    private Map<String, Object> index(IndexDefinition index) {
        TableDefinition definition = table.definition();
        boolean units = !index.local() && !definition.onDemand();
        return object(
                "IndexName", index.name(),
                "KeySchema", schema(index.keys()),
                "Projection", object(
                        "ProjectionType", index.projection(),
                        "NonKeyAttributes", index.included().isEmpty() ? null : index.included()),
                "ProvisionedThroughput", units ? units(read(index), write(index)) : null,
                "OnDemandThroughput", limits(index.name()),
                "WarmThroughput", warm(index.name()));
    }

    /** The capacity of a global index, which is that of the table where it has none of its own. */
    long read(IndexDefinition index) {
        return index.readCapacity() == 0 ? table.definition().readCapacity() : index.readCapacity();
    }

    long write(IndexDefinition index) {
        return index.writeCapacity() == 0 ? table.definition().writeCapacity() : index.writeCapacity();
    }

    private static List<Map<String, Object>> schema(List<KeyAttribute> keys) {
        return keys.stream().map(key -> object("AttributeName", key.name(), "KeyType", key.role())).toList();
    }

    static Map<String, Object> units(long read, long write) {
        return object("ReadCapacityUnits", read, "WriteCapacityUnits", write);
    }

    private @Nullable Map<String, Object> limits(String index) {
        TableSettings.@Nullable Throughput limits = table.definition().onDemand() ? table.settings().onDemandLimits().get(index) : null;
        return limits == null ? null : object("MaxReadRequestUnits", limits.read(), "MaxWriteRequestUnits", limits.write());
    }

    private @Nullable Map<String, Object> warm(String index) {
        TableSettings.@Nullable Throughput warm = table.settings().warmThroughput().get(index);
        return warm == null ? null : object("ReadUnitsPerSecond", warm.read(), "WriteUnitsPerSecond", warm.write());
    }
}
