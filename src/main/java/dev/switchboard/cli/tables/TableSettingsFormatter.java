package dev.switchboard.cli.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.dynamodb.table.TableSettingKind;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.text.Messages;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats the settings of DynamoDB tables as JSON and as text. */
final class TableSettingsFormatter {
    private static final Messages TEXT = Messages.of(TableSettingsFormatter.class);
    private static final JsonMapper JSON = new JsonMapper();

    /** Shown where they are set only, because most tables do not have them. */
    private static final Set<TableSettingKind> RARE =
            EnumSet.complementOf(EnumSet.of(TableSettingKind.TIME_TO_LIVE, TableSettingKind.RECOVERY));

    private TableSettingsFormatter() {}

    /** Adds the settings to the details of a table; null is a default, or not known. */
    static void add(Map<String, @Nullable Object> details, TableSettings settings) {
        details.put("timeToLive", settings.timeToLive());
        details.put("recoveryDays", settings.recoveryDays());
        TableSettings.@Nullable Encryption encryption = settings.encryption();
        details.put("encryption", encryption == null ? null : Json.object("type", encryption.type(), "key", encryption.key()));
        details.put("tableClass", settings.tableClass() == null ? "STANDARD" : settings.tableClass());
        details.put("onDemandLimits", throughputs(settings.onDemandLimits()));
        details.put("warmThroughput", throughputs(settings.warmThroughput()));
        details.put(
                "contributorInsights",
                settings.contributorInsights().entrySet().stream().map(one -> of(one.getKey(), "mode", one.getValue())).toList());
        details.put(
                "kinesisStreams",
                settings.kinesisStreams().entrySet().stream()
                        .map(one -> Json.object("stream", one.getKey(), "precision", one.getValue()))
                        .toList());
        details.put("resourcePolicy", policy(settings.resourcePolicy()));
        details.put("streamPolicy", policy(settings.streamPolicy()));
        details.put("replicas", settings.replicas());
        details.put("vectorIndexes", settings.vectorIndexes());
        details.put("notReported", names(settings.notReported()));
        details.put("denied", names(settings.denied()));
    }

    private static List<Map<String, @Nullable Object>> throughputs(Map<String, TableSettings.Throughput> byIndex) {
        return byIndex.entrySet().stream()
                .map(one -> {
                    Map<String, @Nullable Object> units = of(one.getKey(), "read", one.getValue().read());
                    units.put("write", one.getValue().write());
                    return units;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> of(String index, String name, @Nullable Object value) {
        return Json.object("index", index.isEmpty() ? null : index, name, value);
    }

    private static @Nullable Object policy(@Nullable String policy) {
        if (policy == null) {
            return null;
        }
        try {
            JsonNode tree = JSON.readTree(policy);
            return tree;
        } catch (JsonProcessingException e) {
            return policy;
        }
    }

    /** As in the names of the JSON properties: {@code TIME_TO_LIVE} becomes {@code timeToLive}. */
    private static List<String> names(Collection<TableSettingKind> kinds) {
        return kinds.stream().map(kind -> camelCase(kind.name())).toList();
    }

    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            out.append(out.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    /** Adds a line for each setting that has another value than the default, and for the time to live. */
    static void add(TextTable text, TableSettings settings) {
        text.row(TEXT.get("table.time-to-live"), timeToLive(settings));
        for (TableSettingKind kind : settings.set()) {
            if (RARE.contains(kind)) {
                text.row(sentenceCase(kind.title()), kind.value(settings));
            }
        }
        @Nullable String days = TableSettingKind.RECOVERY.value(settings);
        if (days != null) {
            text.row(TEXT.get("table.recovery-period"), days);
        }
    }

    private static String timeToLive(TableSettings settings) {
        if (settings.timeToLive() != null) {
            return settings.timeToLive();
        }
        boolean known = !settings.notReported().contains(TableSettingKind.TIME_TO_LIVE)
                && !settings.denied().contains(TableSettingKind.TIME_TO_LIVE);
        return TEXT.get(known ? "no" : "unknown");
    }

    private static String sentenceCase(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    /** A sentence about what the engine does not report, and one about what may not be read; none where everything is known. */
    static List<String> unknown(TableSettings settings) {
        return Stream.of(
                settings.notReported().isEmpty() ? "" : TEXT.get("table.not-reported", titles(settings.notReported())),
                settings.denied().isEmpty() ? "" : TEXT.get("table.denied", titles(settings.denied())))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String titles(Set<TableSettingKind> kinds) {
        return kinds.stream().map(TableSettingKind::title).collect(Collectors.joining(", "));
    }
}
