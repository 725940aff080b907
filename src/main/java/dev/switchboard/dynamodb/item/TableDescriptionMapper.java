package dev.switchboard.dynamodb.item;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Maps table descriptions of the SDK to records. Engines omit different fields, so only the name is required. */
public final class TableDescriptionMapper {
    private TableDescriptionMapper() {}

    public static TableDetails details(TableDescription table, @Nullable Boolean pointInTimeRecovery, Map<String, String> tags) {
        boolean onDemand = isOnDemand(table);
        StreamSpecification stream = table.streamSpecification();
        boolean streaming = hasStream(table);
        return new TableDetails(
                table.tableName(),
                String.valueOf(table.tableStatusAsString()),
                keys(table),
                indexes(table),
                onDemand ? "PAY_PER_REQUEST" : "PROVISIONED",
                read(table.provisionedThroughput()),
                write(table.provisionedThroughput()),
                orZero(table.itemCount()),
                orZero(table.tableSizeBytes()),
                streaming,
                streaming ? stream.streamViewTypeAsString() : null,
                pointInTimeRecovery,
                Boolean.TRUE.equals(table.deletionProtectionEnabled()),
                tags,
                table.creationDateTime(),
                table.tableArn() == null ? "" : table.tableArn());
    }

    public static boolean isOnDemand(TableDescription table) {
        return table.billingModeSummary() != null && "PAY_PER_REQUEST".equals(table.billingModeSummary().billingModeAsString());
    }

    public static boolean hasStream(TableDescription table) {
        return table.streamSpecification() != null && Boolean.TRUE.equals(table.streamSpecification().streamEnabled());
    }

    static List<KeyAttribute> keys(TableDescription table) {
        return keys(table.keySchema(), table.attributeDefinitions());
    }

    private static List<IndexDetails> indexes(TableDescription table) {
        List<IndexDetails> indexes = new ArrayList<>();
        for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
            indexes.add(new IndexDetails(
                    index.indexName(),
                    false,
                    keys(index.keySchema(), table.attributeDefinitions()),
                    projection(index.projection()),
                    included(index.projection()),
                    index.indexStatusAsString() == null ? String.valueOf(table.tableStatusAsString()) : index.indexStatusAsString(),
                    read(index.provisionedThroughput()),
                    write(index.provisionedThroughput()),
                    orZero(index.itemCount()),
                    orZero(index.indexSizeBytes())));
        }
        for (LocalSecondaryIndexDescription index : table.localSecondaryIndexes()) {
            indexes.add(new IndexDetails(
                    index.indexName(),
                    true,
                    keys(index.keySchema(), table.attributeDefinitions()),
                    projection(index.projection()),
                    included(index.projection()),
                    String.valueOf(table.tableStatusAsString()),
                    0,
                    0,
                    orZero(index.itemCount()),
                    orZero(index.indexSizeBytes())));
        }
        indexes.sort(Comparator.comparing(IndexDetails::name));
        return indexes;
    }

    private static List<KeyAttribute> keys(List<KeySchemaElement> schema, List<AttributeDefinition> attributes) {
        return schema.stream()
                .sorted(Comparator.comparing(KeySchemaElement::keyTypeAsString))
                .map(key -> new KeyAttribute(key.attributeName(), type(key.attributeName(), attributes), key.keyTypeAsString()))
                .toList();
    }

    private static String type(String name, List<AttributeDefinition> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.attributeName().equals(name))
                .map(AttributeDefinition::attributeTypeAsString)
                .findFirst()
                .orElse("?");
    }

    private static String projection(@Nullable Projection projection) {
        return projection == null || projection.projectionTypeAsString() == null ? "ALL" : projection.projectionTypeAsString();
    }

    private static List<String> included(@Nullable Projection projection) {
        return projection == null ? List.of() : projection.nonKeyAttributes();
    }

    private static long read(@Nullable ProvisionedThroughputDescription throughput) {
        return throughput == null ? 0 : orZero(throughput.readCapacityUnits());
    }

    private static long write(@Nullable ProvisionedThroughputDescription throughput) {
        return throughput == null ? 0 : orZero(throughput.writeCapacityUnits());
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
