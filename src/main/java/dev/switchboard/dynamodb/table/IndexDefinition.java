package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import java.util.List;

/**
 * An index as it should be.
 *
 * @param local true for a local secondary index
 * @param keys its own keys with their types
 * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
 * @param included the attributes of an {@code INCLUDE} projection, else empty
 * @param readCapacity read capacity units of a global index; 0 for as many as the table has
 */
public record IndexDefinition(
        String name, boolean local, List<KeyAttribute> keys, String projection, List<String> included, long readCapacity,
        long writeCapacity) {
    public IndexDefinition {
        keys = List.copyOf(keys);
        included = included.stream().sorted().toList();
    }

    /** A global index of every attribute, with the table's capacity. */
    public static IndexDefinition global(String name, KeyAttribute... keys) {
        return new IndexDefinition(name, false, List.of(keys), "ALL", List.of(), 0, 0);
    }

    static IndexDefinition of(IndexDetails details) {
        return new IndexDefinition(
                details.name(),
                details.local(),
                details.keys(),
                details.projection(),
                details.included(),
                details.readCapacity(),
                details.writeCapacity());
    }
}
