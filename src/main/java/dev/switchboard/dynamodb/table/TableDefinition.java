package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a table to create.
 *
 * @param keys a partition key, optionally followed by a sort key
 * @param billing {@code PROVISIONED} or {@code PAY_PER_REQUEST}
 * @param readCapacity read capacity units; ignored if on demand
 * @param streamView for example {@code NEW_IMAGE}; null for no stream
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

    /** The names of the key attributes, the partition key first. */
    public List<String> keyNames() {
        return keys.stream().map(KeyAttribute::name).toList();
    }

    /** Returns the definition of an existing table. */
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

    /** Returns the same definition with another name. */
    public TableDefinition named(String other) {
        return new TableDefinition(other, keys, indexes, billing, readCapacity, writeCapacity, streamView, deletionProtection, tags);
    }

    /** Returns whether the billing mode is on demand. */
    public boolean onDemand() {
        return billing.equals("PAY_PER_REQUEST");
    }

    /** Returns the differences between a table and this definition, each as a short text; empty if there are none. */
    public List<String> differences(TableDetails table) {
        return new TableDifferences(this, table).all();
    }

    /** Returns the distinct key attributes of the table and its indexes. */
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
