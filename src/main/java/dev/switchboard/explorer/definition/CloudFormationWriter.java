package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a table as a CloudFormation template, which keeps the table when its stack is deleted. */
final class CloudFormationWriter {
    private CloudFormationWriter() {}

    static String write(TableSpecification table) {
        Map<String, Object> resource = TableTree.object(
                "Type", "AWS::DynamoDB::Table",
                "DeletionPolicy", "Retain",
                "UpdateReplacePolicy", "Retain",
                "Properties", properties(table));
        return TableTree.json(TableTree.object(
                "AWSTemplateFormatVersion", "2010-09-09",
                "Resources", TableTree.object("Table", resource)));
    }

    private static Map<String, Object> properties(TableSpecification table) {
        TableSettings settings = table.settings();
        Map<String, Object> tree = new TableTree(table).shared();
        if (table.definition().streamView() != null) {
            tree.put("StreamSpecification", TableTree.object(
                    "StreamViewType", table.definition().streamView(),
                    "ResourcePolicy", policy(settings.streamPolicy())));
        }
        TableSettings.@Nullable Encryption encryption = settings.encryption();
        if (encryption != null) {
            tree.put("SSESpecification", TableTree.object(
                    "SSEEnabled", true, "SSEType", encryption.type(), "KMSMasterKeyId", encryption.key()));
        }
        if (settings.timeToLive() != null) {
            tree.put("TimeToLiveSpecification", TableTree.object("AttributeName", settings.timeToLive(), "Enabled", true));
        }
        if (settings.recoveryDays() != null) {
            tree.put("PointInTimeRecoverySpecification", TableTree.object(
                    "PointInTimeRecoveryEnabled", true, "RecoveryPeriodInDays", settings.recoveryDays()));
        }
        if (settings.resourcePolicy() != null) {
            tree.put("ResourcePolicy", policy(settings.resourcePolicy()));
        }
        addInsights(tree, settings.contributorInsights().get(""));
        if (tree.get("GlobalSecondaryIndexes") instanceof List<?> indexes) {
            for (Object index : indexes) {
                @SuppressWarnings("unchecked") Map<String, Object> members = (Map<String, Object>) index;
                addInsights(members, settings.contributorInsights().get(String.valueOf(members.get("IndexName"))));
            }
        }
        // A template has at most one stream, like a table.
        settings.kinesisStreams().forEach((stream, precision) -> tree.put("KinesisStreamSpecification", TableTree.object(
                "StreamArn", stream, "ApproximateCreationDateTimePrecision", precision)));
        return tree;
    }

    private static @Nullable Object policy(@Nullable String policy) {
        return policy == null ? null : TableTree.object("PolicyDocument", TableTree.policy(policy));
    }

    private static void addInsights(Map<String, Object> tree, @Nullable String mode) {
        if (mode != null) {
            tree.put("ContributorInsightsSpecification", TableTree.object("Enabled", true, "Mode", mode));
        }
    }
}
