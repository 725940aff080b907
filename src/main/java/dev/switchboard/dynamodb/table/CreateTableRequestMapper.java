package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.KeyAttribute;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Maps a table definition to a CreateTable request. */
public final class CreateTableRequestMapper {
    private CreateTableRequestMapper() {}

    public static CreateTableRequest of(TableDefinition definition) {
        return of(definition, null);
    }

    /** @param settings of which encryption, table class and on-demand limits are set; null for the defaults */
    static CreateTableRequest of(TableDefinition definition, @Nullable TableSettings settings) {
        Map<String, TableSettings.Throughput> limits = settings == null || !definition.onDemand() ? Map.of() : settings.onDemandLimits();
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(definition.name())
                .attributeDefinitions(attributes(definition.keyAttributes()))
                .keySchema(schema(definition.keys()))
                .billingMode(definition.billing())
                .deletionProtectionEnabled(definition.deletionProtection() ? true : null);
        if (!definition.onDemand()) {
            request.provisionedThroughput(throughput(definition.readCapacity(), definition.writeCapacity()));
        }
        List<IndexDefinition> global = definition.indexes().stream().filter(index -> !index.local()).toList();
        List<IndexDefinition> local = definition.indexes().stream().filter(IndexDefinition::local).toList();
        if (!global.isEmpty()) {
            request.globalSecondaryIndexes(global.stream().map(index -> global(definition, index, limits.get(index.name()))).toList());
        }
        if (!local.isEmpty()) {
            request.localSecondaryIndexes(local.stream().map(CreateTableRequestMapper::local).toList());
        }
        String view = definition.streamView();
        if (view != null) {
            request.streamSpecification(b -> b.streamEnabled(true).streamViewType(view));
        }
        if (!definition.tags().isEmpty()) {
            request.tags(definition.tags().entrySet().stream().map(CreateTableRequestMapper::tag).toList());
        }
        if (settings != null) {
            set(request, settings, limits.get(""));
        }
        return request.build();
    }

    private static void set(CreateTableRequest.Builder request, TableSettings settings, TableSettings.@Nullable Throughput limit) {
        request.tableClass(settings.tableClass());
        TableSettings.@Nullable Encryption encryption = settings.encryption();
        if (encryption != null) {
            request.sseSpecification(b -> b.enabled(true).sseType(encryption.type()).kmsMasterKeyId(encryption.key()));
        }
        if (limit != null) {
            request.onDemandThroughput(limit(limit));
        }
    }

    private static OnDemandThroughput limit(TableSettings.Throughput limit) {
        return OnDemandThroughput.builder().maxReadRequestUnits(limit.read()).maxWriteRequestUnits(limit.write()).build();
    }

    private static GlobalSecondaryIndex global(
            TableDefinition table, IndexDefinition index, TableSettings.@Nullable Throughput limit) {
        GlobalSecondaryIndex.Builder global = GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.keys()))
                .projection(projection(index));
        if (!table.onDemand()) {
            global.provisionedThroughput(throughput(
                    index.readCapacity() == 0 ? table.readCapacity() : index.readCapacity(),
                    index.writeCapacity() == 0 ? table.writeCapacity() : index.writeCapacity()));
        }
        if (limit != null) {
            global.onDemandThroughput(limit(limit));
        }
        return global.build();
    }

    /** Maps a global index that is added to an existing table. */
    static UpdateTableRequest addIndex(TableDefinition table, IndexDefinition index) {
        GlobalSecondaryIndex global = global(table, index, null);
        return UpdateTableRequest.builder()
                .tableName(table.name())
                .attributeDefinitions(attributes(table.keyAttributes()))
                .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .create(c -> c.indexName(global.indexName())
                                .keySchema(global.keySchema())
                                .projection(global.projection())
                                .provisionedThroughput(global.provisionedThroughput()))
                        .build())
                .build();
    }

    private static List<AttributeDefinition> attributes(List<KeyAttribute> keys) {
        return keys.stream()
                .map(key -> AttributeDefinition.builder().attributeName(key.name()).attributeType(key.type()).build())
                .toList();
    }

    private static LocalSecondaryIndex local(IndexDefinition index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.keys()))
                .projection(projection(index))
                .build();
    }

    private static Projection projection(IndexDefinition index) {
        Projection.Builder projection = Projection.builder().projectionType(index.projection());
        return index.included().isEmpty() ? projection.build() : projection.nonKeyAttributes(index.included()).build();
    }

    private static List<KeySchemaElement> schema(List<KeyAttribute> keys) {
        return keys.stream()
                .map(key -> KeySchemaElement.builder().attributeName(key.name()).keyType(key.role()).build())
                .toList();
    }

    private static ProvisionedThroughput throughput(long read, long write) {
        return ProvisionedThroughput.builder().readCapacityUnits(read).writeCapacityUnits(write).build();
    }

    private static Tag tag(Map.Entry<String, String> tag) {
        return Tag.builder().key(tag.getKey()).value(tag.getValue()).build();
    }
}
