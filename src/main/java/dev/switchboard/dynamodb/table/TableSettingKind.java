package dev.switchboard.dynamodb.table;

import dev.switchboard.text.Messages;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of settings in {@link TableSettings}. */
public enum TableSettingKind {
    TIME_TO_LIVE,
    RECOVERY,
    ENCRYPTION,
    TABLE_CLASS,
    ON_DEMAND_LIMITS,
    WARM_THROUGHPUT,
    CONTRIBUTOR_INSIGHTS,
    KINESIS_STREAMS,
    RESOURCE_POLICY,
    STREAM_POLICY,
    REPLICAS,
    VECTOR_INDEXES;

    /** The name as it is displayed, in lower case unless it is a proper noun. */
    public String title() {
        Messages text = Messages.of(TableSettingKind.class);
        return switch (this) {
            case TIME_TO_LIVE -> text.get("setting.time-to-live");
            case RECOVERY -> text.get("setting.recovery");
            case ENCRYPTION -> text.get("setting.encryption");
            case TABLE_CLASS -> text.get("setting.table-class");
            case ON_DEMAND_LIMITS -> text.get("setting.on-demand-limits");
            case WARM_THROUGHPUT -> text.get("setting.warm-throughput");
            case CONTRIBUTOR_INSIGHTS -> text.get("setting.contributor-insights");
            case KINESIS_STREAMS -> text.get("setting.kinesis-streams");
            case RESOURCE_POLICY -> text.get("setting.resource-policy");
            case STREAM_POLICY -> text.get("setting.stream-policy");
            case REPLICAS -> text.get("setting.replicas");
            case VECTOR_INDEXES -> text.get("setting.vector-indexes");
        };
    }

    /** The value as text, equal for equal settings; null where the table has the default or the value is not known. */
    public @Nullable String value(TableSettings settings) {
        return switch (this) {
            case TIME_TO_LIVE -> settings.timeToLive();
            case RECOVERY -> settings.recoveryDays() == null
                    ? null
                    : Messages.of(TableSettingKind.class).get("setting.recovery.days", settings.recoveryDays());
            case ENCRYPTION -> settings.encryption() == null ? null : settings.encryption().text();
            case TABLE_CLASS -> settings.tableClass();
            case ON_DEMAND_LIMITS -> text(settings.onDemandLimits());
            case WARM_THROUGHPUT -> text(settings.warmThroughput());
            case CONTRIBUTOR_INSIGHTS -> text(settings.contributorInsights());
            case KINESIS_STREAMS -> text(settings.kinesisStreams());
            case RESOURCE_POLICY -> settings.resourcePolicy();
            case STREAM_POLICY -> settings.streamPolicy();
            case REPLICAS -> settings.replicas().isEmpty() ? null : String.join(", ", settings.replicas());
            case VECTOR_INDEXES -> settings.vectorIndexes().isEmpty() ? null : String.join(", ", settings.vectorIndexes());
        };
    }

    /** Entries of the table and its indexes, sorted by index name; that of the table has an empty name and comes first. */
    private static @Nullable String text(Map<String, ?> values) {
        if (values.isEmpty()) {
            return null;
        }
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().isEmpty() ? entry.getValue().toString() : entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
