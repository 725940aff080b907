package dev.switchboard.dynamodb.table;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.TableReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsSummary;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.ListContributorInsightsResponse;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.VectorIndexDescription;

/** Reads the settings of one table. What the engine does not support, or the user may not read, is left out and recorded as such. */
public final class TableSettingsReader {
    private static final int USUAL_RECOVERY_DAYS = 35;
    private static final String STANDARD = "STANDARD";
    private static final int REGION = 3;
    private static final Set<String> ON = Set.of("ENABLED", "ENABLING", "ACTIVE", "UPDATING");
    private final AwsClients clients;
    private final TableDescription table;
    private final Set<TableSettingKind> notReported = EnumSet.noneOf(TableSettingKind.class);
    private final Set<TableSettingKind> denied = EnumSet.noneOf(TableSettingKind.class);

    private TableSettingsReader(AwsClients clients, TableDescription table) {
        this.clients = clients;
        this.table = table;
    }

    /** Reads the settings of a table that was described before: up to six calls, which consume no capacity of the table. */
    public static TableSettings read(AwsClients clients, TableDescription table) {
        return new TableSettingsReader(clients, table).read();
    }

    private TableSettings read() {
        String name = table.tableName();
        String arn = table.tableArn() == null ? "" : table.tableArn();
        String tableClass = table.tableClassSummary() == null ? null : table.tableClassSummary().tableClassAsString();
        return new TableSettings(
                arn,
                ask(TableSettingKind.TIME_TO_LIVE, () -> timeToLive(name)),
                ask(TableSettingKind.RECOVERY, () -> recoveryDays(name)),
                encryption(table.sseDescription()),
                STANDARD.equals(tableClass) ? null : tableClass,
                onDemandLimits(),
                WarmThroughputs.of(table),
                orEmpty(ask(TableSettingKind.CONTRIBUTOR_INSIGHTS, () -> contributorInsights(name))),
                orEmpty(ask(TableSettingKind.KINESIS_STREAMS, () -> kinesisStreams(name))),
                ask(TableSettingKind.RESOURCE_POLICY, () -> policy(arn)),
                table.latestStreamArn() == null ? null : ask(TableSettingKind.STREAM_POLICY, () -> policy(table.latestStreamArn())),
                replicas(arn),
                table.vectorIndexes().stream().map(VectorIndexDescription::indexName).toList(),
                notReported,
                denied);
    }

    private <T> @Nullable T ask(TableSettingKind kind, Supplier<@Nullable T> question) {
        try {
            return question.get();
        } catch (PolicyNotFoundException e) {
            return null;
        } catch (DynamoDbException e) {
            if (TableReader.isNotOffered(e)) {
                notReported.add(kind);
            } else if (TableReader.isDenied(e)) {
                denied.add(kind);
            } else {
                throw e;
            }
            return null;
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> found) {
        return found == null ? Map.of() : found;
    }

    private @Nullable String timeToLive(String name) {
        @Nullable TimeToLiveDescription found = clients.dynamoDb().describeTimeToLive(b -> b.tableName(name)).timeToLiveDescription();
        return found != null && ON.contains(String.valueOf(found.timeToLiveStatusAsString())) ? found.attributeName() : null;
    }

    private @Nullable Integer recoveryDays(String name) {
        @Nullable PointInTimeRecoveryDescription found = clients.dynamoDb()
                .describeContinuousBackups(b -> b.tableName(name))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription();
        if (found == null || !ON.contains(String.valueOf(found.pointInTimeRecoveryStatusAsString()))) {
            return null;
        }
        return Objects.requireNonNullElse(found.recoveryPeriodInDays(), USUAL_RECOVERY_DAYS);
    }

    private static TableSettings.@Nullable Encryption encryption(@Nullable SSEDescription found) {
        return found == null || !ON.contains(String.valueOf(found.statusAsString()))
                ? null
                : new TableSettings.Encryption(String.valueOf(found.sseTypeAsString()), found.kmsMasterKeyArn());
    }

    private Map<String, TableSettings.Throughput> onDemandLimits() {
        Map<String, TableSettings.Throughput> limits = new TreeMap<>();
        putLimit(limits, "", table.onDemandThroughput());
        for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
            putLimit(limits, index.indexName(), index.onDemandThroughput());
        }
        return limits;
    }

    private static void putLimit(
            Map<String, TableSettings.Throughput> limits, String index, @Nullable OnDemandThroughput found) {
        @Nullable Long read = found == null ? null : limit(found.maxReadRequestUnits());
        @Nullable Long write = found == null ? null : limit(found.maxWriteRequestUnits());
        if (read != null || write != null) {
            limits.put(index, new TableSettings.Throughput(read, write));
        }
    }

    /** DynamoDB reports -1 for a limit that was removed. */
    private static @Nullable Long limit(@Nullable Long units) {
        return units == null || units < 0 ? null : units;
    }

    private Map<String, String> contributorInsights(String name) {
        Map<String, String> modes = new TreeMap<>();
        @Nullable String token = null;
        do {
            String from = token;
            ListContributorInsightsResponse page = clients.dynamoDb().listContributorInsights(b -> b.tableName(name).nextToken(from));
            for (ContributorInsightsSummary one : page.contributorInsightsSummaries()) {
                if (ON.contains(String.valueOf(one.contributorInsightsStatusAsString()))) {
                    modes.put(
                            Objects.requireNonNullElse(one.indexName(), ""),
                            Objects.requireNonNullElse(one.contributorInsightsModeAsString(), "ACCESSED_AND_THROTTLED_KEYS"));
                }
            }
            token = page.nextToken();
        } while (token != null && !token.isEmpty());
        return modes;
    }

    private Map<String, String> kinesisStreams(String name) {
        Map<String, String> streams = new TreeMap<>();
        for (KinesisDataStreamDestination one : clients.dynamoDb()
                .describeKinesisStreamingDestination(b -> b.tableName(name))
                .kinesisDataStreamDestinations()) {
            if (ON.contains(String.valueOf(one.destinationStatusAsString()))) {
                streams.put(one.streamArn(), Objects.requireNonNullElse(one.approximateCreationDateTimePrecisionAsString(), "MILLISECOND"));
            }
        }
        return streams;
    }

    private @Nullable String policy(String arn) {
        @Nullable String found = clients.dynamoDb().getResourcePolicy(b -> b.resourceArn(arn)).policy();
        return found == null || found.isBlank() ? null : PolicyArns.normal(found);
    }

    private List<String> replicas(String arn) {
        String[] parts = arn.split(":", -1);
        String own = parts.length > REGION ? parts[REGION] : "";
        return Stream.concat(
                table.replicas().stream().map(ReplicaDescription::regionName),
                table.globalTableWitnesses().stream().map(witness -> witness.regionName()))
                .filter(region -> region != null && !region.equals(own))
                .distinct()
                .sorted()
                .toList();
    }
}
