package dev.switchboard.dynamodb.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a table beside its {@linkplain TableDefinition definition}. Maps by index name have an empty name for the table itself.
 *
 * @param arn the ARN of the table, which its policies contain
 * @param timeToLive the attribute with the time of expiry; null if items do not expire
 * @param recoveryDays how far back point-in-time recovery reaches; null if it is off
 * @param encryption the key that encrypts the table; null for the key that AWS owns
 * @param tableClass null for {@code STANDARD}
 * @param onDemandLimits the highest on-demand throughput, by index name
 * @param warmThroughput the throughput that is available at once where that is more than the default, by index name
 * @param contributorInsights the mode where contributor insights are on, by index name
 * @param kinesisStreams the precision of the time stamps, by ARN of the Kinesis stream that receives the changes
 * @param resourcePolicy the resource-based policy of the table as JSON; null for none
 * @param streamPolicy that of its stream
 * @param replicas the other regions of a global table
 * @param vectorIndexes the names of its vector indexes
 * @param notReported what the engine does not support, so that the table does not have it
 * @param denied what the user may not read
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TableSettings(
        String arn,
        @Nullable String timeToLive,
        @Nullable Integer recoveryDays,
        @Nullable Encryption encryption,
        @Nullable String tableClass,
        Map<String, Throughput> onDemandLimits,
        Map<String, Throughput> warmThroughput,
        Map<String, String> contributorInsights,
        Map<String, String> kinesisStreams,
        @Nullable String resourcePolicy,
        @Nullable String streamPolicy,
        List<String> replicas,
        List<String> vectorIndexes,
        Set<TableSettingKind> notReported,
        Set<TableSettingKind> denied) {
    // A file may lack any part, because an earlier version wrote it or because it was empty.
    @SuppressWarnings("NullAway")
    public TableSettings {
        arn = Objects.requireNonNullElse(arn, "");
        onDemandLimits = sorted(onDemandLimits);
        warmThroughput = sorted(warmThroughput);
        contributorInsights = sorted(contributorInsights);
        kinesisStreams = sorted(kinesisStreams);
        replicas = replicas == null ? List.of() : List.copyOf(replicas);
        vectorIndexes = vectorIndexes == null ? List.of() : List.copyOf(vectorIndexes);
        notReported = kinds(notReported);
        denied = kinds(denied);
    }

    /** No settings: the defaults. */
    public static final TableSettings NONE = new TableSettings(
            "", null, null, null, null, Map.of(), Map.of(), Map.of(), Map.of(), null, null, List.of(), List.of(), Set.of(), Set.of());

    /**
     * An encryption at rest with another key than the one that AWS owns.
     *
     * @param type for example {@code KMS}
     * @param key the ARN of the key; null for the one that AWS manages in the account
     */
    public record Encryption(String type, @Nullable String key) {
        String text() {
            return key == null ? type : type + " " + key;
        }
    }

    /**
     * Read and write units per second.
     *
     * @param read null for no limit
     * @param write null for no limit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Throughput(@Nullable Long read, @Nullable Long write) {
        @Override
        public String toString() {
            return (read == null ? "-" : read) + "/" + (write == null ? "-" : write);
        }
    }

    private static <V> Map<String, V> sorted(@Nullable Map<String, V> values) {
        return values == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    private static Set<TableSettingKind> kinds(@Nullable Set<TableSettingKind> kinds) {
        EnumSet<TableSettingKind> known = EnumSet.noneOf(TableSettingKind.class);
        if (kinds != null) {
            // A kind that a later version added is null.
            kinds.stream().filter(Objects::nonNull).forEach(known::add);
        }
        return java.util.Collections.unmodifiableSet(known);
    }

    /** The kinds that have another value than the default, in the order of {@link TableSettingKind}. */
    public List<TableSettingKind> set() {
        List<TableSettingKind> kinds = new ArrayList<>();
        for (TableSettingKind kind : TableSettingKind.values()) {
            if (kind.value(this) != null) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /** The same settings with the key that AWS manages in place of another one. */
    public TableSettings withManagedKey() {
        return new TableSettings(
                arn, timeToLive, recoveryDays, encryption == null ? null : new Encryption(encryption.type(), null), tableClass,
                onDemandLimits, warmThroughput, contributorInsights, kinesisStreams, resourcePolicy, streamPolicy, replicas, vectorIndexes,
                notReported, denied);
    }

    /** The same settings, with the policies for another table. */
    public TableSettings at(String otherArn, @Nullable String otherStreamArn) {
        return new TableSettings(
                otherArn, timeToLive, recoveryDays, encryption, tableClass, onDemandLimits, warmThroughput, contributorInsights,
                kinesisStreams, PolicyArns.replace(resourcePolicy, arn, otherArn, otherStreamArn),
                PolicyArns.replace(streamPolicy, arn, otherArn, otherStreamArn), replicas, vectorIndexes, notReported, denied);
    }
}
