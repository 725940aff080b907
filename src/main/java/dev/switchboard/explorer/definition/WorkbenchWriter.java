package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a table as a data model of NoSQL Workbench, which has keys, global indexes and capacity. */
final class WorkbenchWriter {
    private WorkbenchWriter() {}

    static String write(TableSpecification table) {
        TableDefinition definition = table.definition();
        List<IndexDefinition> global = definition.indexes().stream().filter(index -> !index.local()).toList();
        Map<String, Object> tree = TableTree.object(
                "TableName", definition.name(),
                "KeyAttributes", keys(definition.keys()),
                "NonKeyAttributes", others(definition, global),
                "TableFacets", List.of(),
                "GlobalSecondaryIndexes", global.stream().map(WorkbenchWriter::index).toList(),
                "TableData", List.of(),
                "DataAccess", TableTree.object("MySql", Map.of()),
                "BillingMode", definition.billing(),
                "ProvisionedCapacitySettings", definition.onDemand()
                        ? null
                        : TableTree.object("ProvisionedThroughput",
                                TableTree.units(definition.readCapacity(), definition.writeCapacity())));
        return TableTree.json(TableTree.object(
                "ModelName", definition.name(),
                "ModelMetadata", TableTree.object("Author", "", "Description", "", "AWSService", "Amazon DynamoDB", "Version", "3.0"),
                "DataModel", List.of(tree)));
    }

    private static Map<String, Object> index(IndexDefinition index) {
        return TableTree.object(
                "IndexName", index.name(),
                "KeyAttributes", keys(index.keys()),
                "Projection", TableTree.object(
                        "ProjectionType", index.projection(),
                        "NonKeyAttributes", index.included().isEmpty() ? null : index.included()));
    }

    private static Map<String, Object> keys(List<KeyAttribute> keys) {
        return TableTree.object(
                "PartitionKey", attribute(keys.getFirst().name(), keys.getFirst().type()),
                "SortKey", keys.size() == 1 ? null : attribute(keys.get(1).name(), keys.get(1).type()));
    }

    /** The attributes of index keys, and those that indexes include, whose types are not known: strings. */
    private static List<Map<String, Object>> others(TableDefinition definition, List<IndexDefinition> global) {
        Map<String, String> types = new LinkedHashMap<>();
        global.forEach(index -> index.keys().forEach(key -> types.put(key.name(), key.type())));
        global.forEach(index -> index.included().forEach(name -> types.putIfAbsent(name, "S")));
        definition.keyNames().forEach(types::remove);
        List<Map<String, Object>> attributes = new ArrayList<>();
        types.forEach((name, type) -> attributes.add(attribute(name, type)));
        return attributes;
    }

    private static Map<String, Object> attribute(String name, String type) {
        return TableTree.object("AttributeName", name, "AttributeType", type);
    }
}
