package dev.switchboard.dynamodb.table;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.journal.WritePermit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** Sets one kind of settings of a table. */
public final class TableSettingsWriter {
    private TableSettingsWriter() {}

    /**
     * Sets what {@link TableSettings} has of a kind.
     *
     * @throws IllegalArgumentException for a kind that is set when a table is created, or by hand
     */
    public static void write(
            AwsClients clients, TableSettingKind kind, TableDescription table, TableSettings settings, WritePermit change) {
        DynamoDbClient client = clients.dynamoDb();
        String name = table.tableName();
        var permit = PermitInterceptor.of(change);
        switch (kind) {
            case TIME_TO_LIVE ->
                client.updateTimeToLive(b -> b.tableName(name)
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(settings.timeToLive()))
                        .overrideConfiguration(permit));
            case RECOVERY ->
                client.updateContinuousBackups(b -> b.tableName(name)
                        .pointInTimeRecoverySpecification(
                                on -> on.pointInTimeRecoveryEnabled(true).recoveryPeriodInDays(settings.recoveryDays()))
                        .overrideConfiguration(permit));
            case WARM_THROUGHPUT -> warm(client, name, settings.warmThroughput(), permit);
            case CONTRIBUTOR_INSIGHTS ->
                settings.contributorInsights().forEach((index, mode) -> client.updateContributorInsights(b -> b.tableName(name)
                        .indexName(index.isEmpty() ? null : index)
                        .contributorInsightsAction(ContributorInsightsAction.ENABLE)
                        .contributorInsightsMode(mode)
                        .overrideConfiguration(permit)));
            case KINESIS_STREAMS ->
                settings.kinesisStreams().forEach((stream, precision) -> client.enableKinesisStreamingDestination(b -> b.tableName(name)
                        .streamArn(stream)
                        .enableKinesisStreamingConfiguration(c -> c.approximateCreationDateTimePrecision(precision))
                        .overrideConfiguration(permit)));
            case RESOURCE_POLICY -> policy(client, table.tableArn(), Objects.requireNonNull(settings.resourcePolicy()), permit);
            case STREAM_POLICY -> policy(client, table.latestStreamArn(), Objects.requireNonNull(settings.streamPolicy()), permit);
            case ENCRYPTION, TABLE_CLASS, ON_DEMAND_LIMITS, REPLICAS, VECTOR_INDEXES ->
                throw new IllegalArgumentException("not set on an existing table: " + kind);
        }
    }

    private static void policy(
            DynamoDbClient client, String arn, String policy, Consumer<AwsRequestOverrideConfiguration.Builder> permit) {
        client.putResourcePolicy(b -> b.resourceArn(arn).policy(policy).overrideConfiguration(permit));
    }

    private static void warm(
            DynamoDbClient client,
            String table,
            Map<String, TableSettings.Throughput> warm,
            Consumer<AwsRequestOverrideConfiguration.Builder> permit) {
        List<GlobalSecondaryIndexUpdate> indexes = warm.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> GlobalSecondaryIndexUpdate.builder()
                        .update(u -> u.indexName(entry.getKey()).warmThroughput(units(entry.getValue())))
                        .build())
                .toList();
        TableSettings.Throughput own = warm.get("");
        client.updateTable(b -> {
            b.tableName(table).overrideConfiguration(permit);
            if (own != null) {
                b.warmThroughput(units(own));
            }
            if (!indexes.isEmpty()) {
                b.globalSecondaryIndexUpdates(indexes);
            }
        });
    }

    private static WarmThroughput units(TableSettings.Throughput units) {
        return WarmThroughput.builder().readUnitsPerSecond(units.read()).writeUnitsPerSecond(units.write()).build();
    }
}
