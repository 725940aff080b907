package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.explorer.copyas.AwsCliWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the commands of the AWS CLI that create a table and set its settings, each run only if the one before succeeded. */
final class TableCliWriter {
    private final AwsCliWriter cli;

    TableCliWriter(AwsCliWriter cli) {
        this.cli = cli;
    }

    String write(TableSpecification table) {
        String name = table.definition().name();
        TableSettings settings = table.settings();
        List<String> commands = new ArrayList<>();
        commands.add(cli.command("create-table", Map.of("--cli-input-json", TableTree.json(create(table)).strip())));
        commands.add(cli.command("wait table-exists", Map.of("--table-name", name)));
        if (settings.timeToLive() != null) {
            commands.add(command("update-time-to-live", name, "--time-to-live-specification",
                    TableTree.object("Enabled", true, "AttributeName", settings.timeToLive())));
        }
        if (settings.recoveryDays() != null) {
            commands.add(command("update-continuous-backups", name, "--point-in-time-recovery-specification",
                    TableTree.object("PointInTimeRecoveryEnabled", true, "RecoveryPeriodInDays", settings.recoveryDays())));
        }
        settings.contributorInsights().forEach((index, mode) -> commands.add(command("update-contributor-insights", name,
                "--cli-input-json", TableTree.object("IndexName", index.isEmpty() ? null : index, "ContributorInsightsAction", "ENABLE",
                        "ContributorInsightsMode", mode))));
        settings.kinesisStreams().forEach((stream, precision) -> commands.add(command("enable-kinesis-streaming-destination", name,
                "--cli-input-json", TableTree.object("StreamArn", stream, "EnableKinesisStreamingConfiguration",
                        TableTree.object("ApproximateCreationDateTimePrecision", precision)))));
        return String.join(" &&\n", commands) + "\n";
    }

    private String command(String command, String name, String option, Map<String, Object> value) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--table-name", name);
        options.put(option, TableTree.json(value).replaceAll("\\s*\n\\s*", " ").strip());
        return cli.command(command, options);
    }

    /** The CreateTable request. */
    static Map<String, Object> create(TableSpecification table) {
        Map<String, Object> tree = new TableTree(table).shared();
        if (table.definition().streamView() != null) {
            tree.put("StreamSpecification", TableTree.object("StreamEnabled", true, "StreamViewType", table.definition().streamView()));
        }
        TableSettings.@Nullable Encryption encryption = table.settings().encryption();
        if (encryption != null) {
            tree.put("SSESpecification",
                    TableTree.object("Enabled", true, "SSEType", encryption.type(), "KMSMasterKeyId", encryption.key()));
        }
        if (table.settings().resourcePolicy() != null) {
            tree.put("ResourcePolicy", table.settings().resourcePolicy());
        }
        return tree;
    }
}
