package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what CreateTable, DescribeTable and CloudFormation have in common, and what each has of its own. */
final class TableShapeReader {
    private static final int USUAL_RECOVERY_DAYS = 35;
    private static final Set<String> ON = Set.of("ENABLED", "ENABLING", "ACTIVE", "UPDATING");
    private final DefinitionNode table;
    private final Map<String, String> types = new LinkedHashMap<>();

    private TableShapeReader(DefinitionNode table) {
        this.table = table;
        table.list("AttributeDefinitions")
                .forEach(attribute -> types.put(attribute.text("AttributeName"), attribute.text("AttributeType")));
    }

    /** @param unnamed the name where the table has none, as a resource of CloudFormation may */
    static TableSpecification read(DefinitionNode table, @Nullable String unnamed) {
        return new TableShapeReader(table).read(unnamed);
    }

    private TableSpecification read(@Nullable String unnamed) {
        DefinitionNode summary = table.optional("BillingModeSummary");
        String billing = summary == null ? table.optionalText("BillingMode") : summary.optionalText("BillingMode");
        boolean onDemand = "PAY_PER_REQUEST".equals(billing);
        List<IndexDefinition> indexes = new ArrayList<>();
        table.list("GlobalSecondaryIndexes").forEach(index -> indexes.add(index(index, false, onDemand)));
        table.list("LocalSecondaryIndexes").forEach(index -> indexes.add(index(index, true, onDemand)));
        DefinitionNode units = table.optional("ProvisionedThroughput");
        TableDefinition definition = new TableDefinition(
                unnamed == null || table.has("TableName") ? table.text("TableName") : unnamed,
                keys(table),
                indexes,
                onDemand ? "PAY_PER_REQUEST" : "PROVISIONED",
                onDemand || units == null ? 0 : units.number("ReadCapacityUnits"),
                onDemand || units == null ? 0 : units.number("WriteCapacityUnits"),
                streamView(),
                table.isTrue("DeletionProtectionEnabled"),
                tags());
        return new TableSpecification(definition, settings());
    }

    private List<KeyAttribute> keys(DefinitionNode owner) {
        return owner.list("KeySchema").stream()
                .map(key -> new KeyAttribute(
                        key.text("AttributeName"), types.getOrDefault(key.text("AttributeName"), "?"), key.text("KeyType")))
                .toList();
    }

    private IndexDefinition index(DefinitionNode index, boolean local, boolean onDemand) {
        DefinitionNode projection = index.optional("Projection");
        String type = projection == null ? null : projection.optionalText("ProjectionType");
        DefinitionNode units = local || onDemand ? null : index.optional("ProvisionedThroughput");
        return new IndexDefinition(
                index.text("IndexName"),
                local,
                keys(index),
                type == null ? "ALL" : type,
                projection == null ? List.of() : projection.list("NonKeyAttributes").stream().map(DefinitionNode::asText).toList(),
                units == null ? 0 : units.number("ReadCapacityUnits"),
                units == null ? 0 : units.number("WriteCapacityUnits"));
    }

    private @Nullable String streamView() {
        DefinitionNode stream = table.optional("StreamSpecification");
        if (stream == null) {
            return null;
        }
        return stream.has("StreamEnabled") && !stream.isTrue("StreamEnabled") ? null : stream.text("StreamViewType");
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        table.list("Tags").forEach(tag -> tags.put(tag.text("Key"), tag.text("Value")));
        return tags;
    }

    private TableSettings settings() {
        DefinitionNode expiry = table.optional("TimeToLiveSpecification");
        DefinitionNode recovery = table.optional("PointInTimeRecoverySpecification");
        DefinitionNode classSummary = table.optional("TableClassSummary");
        String tableClass = classSummary == null ? table.optionalText("TableClass") : classSummary.optionalText("TableClass");
        Map<String, TableSettings.Throughput> limits = new TreeMap<>();
        Map<String, TableSettings.Throughput> warm = new TreeMap<>();
        Map<String, String> insights = new TreeMap<>();
        // DescribeTable reports a warm throughput of every table, which is not a setting.
        boolean described = table.has("TableStatus");
        add(table, "", limits, described ? new TreeMap<>() : warm, insights);
        table.list("GlobalSecondaryIndexes")
                .forEach(index -> add(index, index.text("IndexName"), limits, described ? new TreeMap<>() : warm, insights));
        DefinitionNode stream = table.optional("StreamSpecification");
        return new TableSettings(
                described && table.has("TableArn") ? table.text("TableArn") : "",
                expiry != null && expiry.isTrue("Enabled") ? expiry.text("AttributeName") : null,
                recovery != null && recovery.isTrue("PointInTimeRecoveryEnabled") ? days(recovery) : null,
                encryption(),
                "STANDARD".equals(tableClass) ? null : tableClass,
                limits,
                warm,
                insights,
                kinesis(),
                policy(table),
                stream == null ? null : policy(stream),
                List.of(),
                List.of(),
                Set.of(),
                Set.of());
    }

    private static int days(DefinitionNode recovery) {
        Long days = recovery.optionalNumber("RecoveryPeriodInDays");
        return days == null ? USUAL_RECOVERY_DAYS : Math.toIntExact(days);
    }

    private static void add(
            DefinitionNode owner, String index, Map<String, TableSettings.Throughput> limits,
            Map<String, TableSettings.Throughput> warm, Map<String, String> insights) {
        DefinitionNode limit = owner.optional("OnDemandThroughput");
        if (limit != null) {
            put(limits, index, positive(limit.optionalNumber("MaxReadRequestUnits")),
                    positive(limit.optionalNumber("MaxWriteRequestUnits")));
        }
        DefinitionNode units = owner.optional("WarmThroughput");
        if (units != null) {
            put(warm, index, units.optionalNumber("ReadUnitsPerSecond"), units.optionalNumber("WriteUnitsPerSecond"));
        }
        DefinitionNode insight = owner.optional("ContributorInsightsSpecification");
        if (insight != null && insight.isTrue("Enabled")) {
            String mode = insight.optionalText("Mode");
            insights.put(index, mode == null ? "ACCESSED_AND_THROTTLED_KEYS" : mode);
        }
    }

    private static void put(
            Map<String, TableSettings.Throughput> all, String index, @Nullable Long read, @Nullable Long write) {
        if (read != null || write != null) {
            all.put(index, new TableSettings.Throughput(read, write));
        }
    }

    /** DynamoDB reports -1 for a limit that was removed. */
    private static @Nullable Long positive(@Nullable Long units) {
        return units == null || units < 0 ? null : units;
    }

    private TableSettings.@Nullable Encryption encryption() {
        DefinitionNode wanted = table.optional("SSESpecification");
        if (wanted != null && (wanted.isTrue("Enabled") || wanted.isTrue("SSEEnabled"))) {
            String type = wanted.optionalText("SSEType");
            return new TableSettings.Encryption(type == null ? "KMS" : type, wanted.optionalText("KMSMasterKeyId"));
        }
        DefinitionNode found = table.optional("SSEDescription");
        if (found != null && ON.contains(found.text("Status"))) {
            return new TableSettings.Encryption(found.text("SSEType"), found.optionalText("KMSMasterKeyArn"));
        }
        return null;
    }

    private Map<String, String> kinesis() {
        DefinitionNode stream = table.optional("KinesisStreamSpecification");
        if (stream == null) {
            return Map.of();
        }
        String precision = stream.optionalText("ApproximateCreationDateTimePrecision");
        return Map.of(stream.text("StreamArn"), precision == null ? "MILLISECOND" : precision);
    }

    /** CreateTable has a policy as a text, CloudFormation as a tree. */
    private static @Nullable String policy(DefinitionNode owner) {
        if (!owner.has("ResourcePolicy")) {
            return null;
        }
        return owner.node().get("ResourcePolicy").isTextual()
                ? owner.text("ResourcePolicy")
                : owner.object("ResourcePolicy").object("PolicyDocument").node().toString();
    }
}
