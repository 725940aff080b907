package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a table as a Terraform configuration for the AWS provider. */
final class TerraformWriter {
    private final TableSpecification table;
    private final StringBuilder out = new StringBuilder();
    private String indent = "";

    private TerraformWriter(TableSpecification table) {
        this.table = table;
    }

    static String write(TableSpecification table) {
        TerraformWriter writer = new TerraformWriter(table);
        writer.table();
        writer.others();
        return writer.out.toString();
    }

    private void table() {
        TableDefinition definition = table.definition();
        TableSettings settings = table.settings();
        open("resource \"aws_dynamodb_table\" " + string(label()));
        set("name", string(definition.name()));
        set("billing_mode", string(definition.billing()));
        if (!definition.onDemand()) {
            set("read_capacity", definition.readCapacity());
            set("write_capacity", definition.writeCapacity());
        }
        keys(definition.keys());
        if (definition.streamView() != null) {
            set("stream_enabled", true);
            set("stream_view_type", string(definition.streamView()));
        }
        if (settings.tableClass() != null) {
            set("table_class", string(settings.tableClass()));
        }
        if (definition.deletionProtection()) {
            set("deletion_protection_enabled", true);
        }
        TableCopies.attributes(table).forEach(attribute -> {
            open("attribute");
            set("name", string(attribute.getKey()));
            set("type", string(attribute.getValue()));
            close();
        });
        definition.indexes().forEach(this::index);
        throughput("on_demand_throughput", "max_read_request_units", "max_write_request_units", limits(""));
        throughput("warm_throughput", "read_units_per_second", "write_units_per_second", settings.warmThroughput().get(""));
        settings(settings);
        if (!definition.tags().isEmpty()) {
            open("tags =");
            new TreeMap<>(definition.tags()).forEach((key, value) -> set(string(key), string(value)));
            close();
        }
        close();
    }

    private void settings(TableSettings settings) {
        if (settings.timeToLive() != null) {
            open("ttl");
            set("attribute_name", string(settings.timeToLive()));
            set("enabled", true);
            close();
        }
        if (settings.recoveryDays() != null) {
            open("point_in_time_recovery");
            set("enabled", true);
            set("recovery_period_in_days", settings.recoveryDays());
            close();
        }
        TableSettings.@Nullable Encryption encryption = settings.encryption();
        if (encryption != null) {
            open("server_side_encryption");
            set("enabled", true);
            if (encryption.key() != null) {
                set("kms_key_arn", string(encryption.key()));
            }
            close();
        }
    }

    private void index(IndexDefinition index) {
        TableTree tree = new TableTree(table);
        open(index.local() ? "local_secondary_index" : "global_secondary_index");
        set("name", string(index.name()));
        if (index.local()) {
            set("range_key", string(index.keys().getLast().name()));
        } else {
            keys(index.keys());
        }
        set("projection_type", string(index.projection()));
        if (!index.included().isEmpty()) {
            set("non_key_attributes", index.included().stream().map(TerraformWriter::string).collect(Collectors.joining(", ", "[", "]")));
        }
        if (!index.local()) {
            if (!table.definition().onDemand()) {
                set("read_capacity", tree.read(index));
                set("write_capacity", tree.write(index));
            }
            throughput("on_demand_throughput", "max_read_request_units", "max_write_request_units", limits(index.name()));
            throughput("warm_throughput", "read_units_per_second", "write_units_per_second",
                    table.settings().warmThroughput().get(index.name()));
        }
        close();
    }

    private void others() {
        String reference = "aws_dynamodb_table." + label();
        int number = 0;
        for (Map.Entry<String, String> insight : table.settings().contributorInsights().entrySet()) {
            openOther("aws_dynamodb_contributor_insights", number++);
            set("table_name", reference + ".name");
            if (!insight.getKey().isEmpty()) {
                set("index_name", string(insight.getKey()));
            }
            set("mode", string(insight.getValue()));
            close();
        }
        number = 0;
        for (Map.Entry<String, String> stream : table.settings().kinesisStreams().entrySet()) {
            openOther("aws_dynamodb_kinesis_streaming_destination", number++);
            set("table_name", reference + ".name");
            set("stream_arn", string(stream.getKey()));
            set("approximate_creation_date_time_precision", string(stream.getValue()));
            close();
        }
        if (table.settings().resourcePolicy() != null) {
            openOther("aws_dynamodb_resource_policy", 0);
            set("resource_arn", reference + ".arn");
            set("policy", string(table.settings().resourcePolicy()));
            close();
        }
    }

    private void openOther(String type, int number) {
        out.append('\n');
        open("resource " + string(type) + " " + string(number == 0 ? label() : label() + "_" + (number + 1)));
    }

    private TableSettings.@Nullable Throughput limits(String index) {
        return table.definition().onDemand() ? table.settings().onDemandLimits().get(index) : null;
    }

    private void throughput(String block, String read, String write, TableSettings.@Nullable Throughput units) {
        if (units == null) {
            return;
        }
        open(block);
        if (units.read() != null) {
            set(read, units.read());
        }
        if (units.write() != null) {
            set(write, units.write());
        }
        close();
    }

    private void keys(List<KeyAttribute> keys) {
        set("hash_key", string(keys.getFirst().name()));
        if (keys.size() > 1) {
            set("range_key", string(keys.get(1).name()));
        }
    }

    private void open(String head) {
        if (!indent.isEmpty()) {
            out.append('\n');
        }
        out.append(indent).append(head).append(" {\n");
        indent += "  ";
    }

    private void set(String name, Object value) {
        out.append(indent).append(name).append(" = ").append(value).append('\n');
    }

    private void close() {
        indent = indent.substring(2);
        out.append(indent).append("}\n");
    }

    /** The name of the table as an identifier. */
    private String label() {
        String label = table.definition().name().replaceAll("[^A-Za-z0-9_-]", "_");
        return Character.isLetter(label.charAt(0)) ? label : "_" + label;
    }

    /** A string literal, in which <code>${</code> and <code>%{</code> would begin an expression. */
    static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        quoted.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString().replace("${", "$${").replace("%{", "%%{");
    }
}
