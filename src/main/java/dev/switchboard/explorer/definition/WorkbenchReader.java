package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a table of a data model of NoSQL Workbench. */
final class WorkbenchReader {
    private WorkbenchReader() {}

    static TableSpecification read(DefinitionNode table) {
        boolean onDemand = !"PROVISIONED".equals(table.optionalText("BillingMode"));
        @Nullable DefinitionNode capacity = onDemand ? null : table.object("ProvisionedCapacitySettings").object("ProvisionedThroughput");
        TableDefinition definition = new TableDefinition(
                table.text("TableName"),
                keys(table),
                table.list("GlobalSecondaryIndexes").stream().map(WorkbenchReader::index).toList(),
                onDemand ? "PAY_PER_REQUEST" : "PROVISIONED",
                capacity == null ? 0 : capacity.number("ReadCapacityUnits"),
                capacity == null ? 0 : capacity.number("WriteCapacityUnits"),
                null,
                false,
                Map.of());
        return new TableSpecification(definition, TableSettings.NONE);
    }

    private static IndexDefinition index(DefinitionNode index) {
        DefinitionNode projection = index.object("Projection");
        return new IndexDefinition(
                index.text("IndexName"),
                false,
                keys(index),
                projection.text("ProjectionType"),
                projection.list("NonKeyAttributes").stream().map(DefinitionNode::asText).toList(),
                0,
                0);
    }

    private static List<KeyAttribute> keys(DefinitionNode owner) {
        DefinitionNode attributes = owner.object("KeyAttributes");
        DefinitionNode partition = attributes.object("PartitionKey");
        List<KeyAttribute> keys = new ArrayList<>();
        keys.add(KeyAttribute.hash(partition.text("AttributeName"), partition.text("AttributeType")));
        @Nullable DefinitionNode sort = attributes.optional("SortKey");
        // A model without a sort key may have an empty one.
        if (sort != null && sort.has("AttributeName")) {
            keys.add(KeyAttribute.range(sort.text("AttributeName"), sort.text("AttributeType")));
        }
        return keys;
    }
}
