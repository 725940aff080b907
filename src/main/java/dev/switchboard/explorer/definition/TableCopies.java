package dev.switchboard.explorer.definition;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.TableSettingKind;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.explorer.copyas.AwsCliWriter;
import dev.switchboard.explorer.copyas.ClientSettings;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes tables as text for other tools. */
public final class TableCopies {
    private static final Messages TEXT = Messages.of(TableCopies.class);

    private TableCopies() {}

    /**
     * Returns a table as text.
     *
     * @param client whose region and profile the AWS CLI takes; ignored in the other formats
     */
    public static TableText of(TableSpecification table, TableFormat format, ClientSettings client) {
        String text = switch (format) {
            case AWS_CLI -> new TableCliWriter(new AwsCliWriter(client)).write(table);
            case CLOUDFORMATION -> CloudFormationWriter.write(table);
            case TERRAFORM -> TerraformWriter.write(table);
            case WORKBENCH -> WorkbenchWriter.write(table);
        };
        TableSettings settings = table.settings();
        List<String> missing = new ArrayList<>();
        if (format == TableFormat.WORKBENCH) {
            missing.addAll(notInWorkbench(table));
        }
        Set<TableSettingKind> written = written(format);
        settings.set().stream()
                .filter(kind -> !written.contains(kind))
                .forEach(kind -> missing.add(kind.title() + " (" + Objects.requireNonNull(kind.value(settings)) + ")"));
        return new TableText(text, missing, settings.denied().stream().map(TableSettingKind::title).toList());
    }

    private static Set<TableSettingKind> written(TableFormat format) {
        Set<TableSettingKind> written = EnumSet.allOf(TableSettingKind.class);
        written.remove(TableSettingKind.REPLICAS);
        written.remove(TableSettingKind.VECTOR_INDEXES);
        switch (format) {
            // The policy names the stream, whose ARN has the time of its creation.
            case AWS_CLI, TERRAFORM -> written.remove(TableSettingKind.STREAM_POLICY);
            case WORKBENCH -> written.clear();
            case CLOUDFORMATION -> {}
        }
        return written;
    }

    private static List<String> notInWorkbench(TableSpecification table) {
        List<String> missing = new ArrayList<>();
        table.definition().indexes().stream()
                .filter(index -> index.local())
                .forEach(index -> missing.add(TEXT.get("definition.local-index", index.name())));
        if (table.definition().streamView() != null) {
            missing.add(TEXT.get("definition.stream", table.definition().streamView()));
        }
        if (table.definition().deletionProtection()) {
            missing.add(TEXT.get("definition.protection"));
        }
        if (!table.definition().tags().isEmpty()) {
            missing.add(TEXT.get("definition.tags"));
        }
        return missing;
    }

    /** Returns the distinct key attributes of a table and its indexes with their types, in this order. */
    static List<Map.Entry<String, String>> attributes(TableSpecification table) {
        Set<Map.Entry<String, String>> attributes = new LinkedHashSet<>();
        for (KeyAttribute key : table.definition().keys()) {
            attributes.add(Map.entry(key.name(), key.type()));
        }
        table.definition().indexes().forEach(index -> index.keys().forEach(key -> attributes.add(Map.entry(key.name(), key.type()))));
        return List.copyOf(attributes);
    }
}
