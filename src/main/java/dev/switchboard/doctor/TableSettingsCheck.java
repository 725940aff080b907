package dev.switchboard.doctor;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the messages table is as the web application expects it. Older deployments have neither the index nor the stream, so that only those
 * that differ are told.
 */
final class TableSettingsCheck {
    private static final Messages TEXT = Messages.of(TableSettingsCheck.class);
    private static final String VIEW = "NEW_IMAGE";

    private TableSettingsCheck() {}

    /** @param production whether deletion protection and point-in-time recovery are expected */
    static CheckFinding of(TableDetails table, boolean production) {
        MessagesTablePreset.Shape preset = MessagesTablePreset.shape();
        if (!table.keys().equals(preset.keys())) {
            return CheckFinding.failed(TEXT.get("table-settings.keys", words(table.keys()), words(preset.keys())), null);
        }
        List<String> problems = new ArrayList<>();
        String command = production ? "switchboard --env prd --unlock prd" : "switchboard";
        IndexDefinition index = preset.index();
        table.indexes().stream()
                .filter(present -> present.name().equals(index.name()))
                .map(present -> words(present.keys(), present.projection()))
                .filter(present -> !present.equals(words(index.keys(), index.projection())))
                .forEach(present -> problems.add(TEXT.get(
                        "table-settings.index", index.name(), present, words(index.keys(), index.projection()), command, table.name(),
                        argument(index))));
        if (table.stream() && !VIEW.equals(table.streamView())) {
            problems.add(TEXT.get("table-settings.stream", String.valueOf(table.streamView()), VIEW, command, table.name()));
        }
        if (production && !table.deletionProtection()) {
            problems.add(TEXT.get("table-settings.protection", command, table.name()));
        }
        if (production && Boolean.FALSE.equals(table.pointInTimeRecovery())) {
            problems.add(TEXT.get("table-settings.recovery", command, table.name()));
        }
        if (!problems.isEmpty()) {
            return CheckFinding.warning(String.join(" ", problems), null);
        }
        boolean unknown = production && table.pointInTimeRecovery() == null;
        String ok = TEXT.get("table-settings.ok", words(table.keys()), table.indexes().size(), table.stream() ? 1 : 0, table.billing());
        return CheckFinding.ok(unknown ? ok + " " + TEXT.get("table-settings.recovery.unknown") : ok);
    }

    private static String words(List<KeyAttribute> keys) {
        return keys.stream().map(KeyAttribute::toString).collect(Collectors.joining(", "));
    }

    private static String words(List<KeyAttribute> keys, String projection) {
        return words(keys) + ", " + projection;
    }

    /** An index of text keys as {@code --add-index} takes it. */
    private static String argument(IndexDefinition index) {
        return index.name() + ":" + index.keys().stream().map(KeyAttribute::name).collect(Collectors.joining(":"));
    }
}
