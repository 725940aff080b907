package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as it should be.
 *
 * @param keys a partition key, and a sort key where it has one
 * @param billing {@code PROVISIONED} or {@code PAY_PER_REQUEST}
 * @param readCapacity read capacity units; without a meaning on demand
 * @param streamView such as {@code NEW_IMAGE}; null for no stream
 */
public record TableDefinition(
        String name,
        List<KeyAttribute> keys,
        List<IndexDefinition> indexes,
        String billing,
        long readCapacity,
        long writeCapacity,
        @Nullable String streamView,
        boolean deletionProtection,
        Map<String, String> tags) {
    public TableDefinition {
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
        tags = Map.copyOf(tags);
    }

    /** The definition that makes a table like this one. */
    public static TableDefinition of(TableDetails table) {
        return new TableDefinition(
                table.name(),
                table.keys(),
                table.indexes().stream().map(IndexDefinition::of).toList(),
                table.billing(),
                table.readCapacity(),
                table.writeCapacity(),
                table.streamView(),
                table.deletionProtection(),
                table.tags());
    }

    /** The same under another name. */
    public TableDefinition named(String other) {
        return new TableDefinition(other, keys, indexes, billing, readCapacity, writeCapacity, streamView, deletionProtection, tags);
    }

    /** Whether it is billed by the request. */
    public boolean onDemand() {
        return billing.equals("PAY_PER_REQUEST");
    }

    /** What is other about a table than this definition says, each a short text; empty where nothing is. */
    public List<String> differences(TableDetails table) {
        return new TableDifferences(this, table).all();
    }

    /** Every key attribute of the table and of its indexes, each once. */
    List<KeyAttribute> keyAttributes() {
        List<KeyAttribute> attributes = new ArrayList<>();
        List<KeyAttribute> candidates = new ArrayList<>(keys);
        indexes.forEach(index -> candidates.addAll(index.keys()));
        for (KeyAttribute part : candidates) {
            if (attributes.stream().noneMatch(known -> known.name().equals(part.name()))) {
                attributes.add(part);
            }
        }
        return attributes;
    }
}
