package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.KeyAttribute;
import java.util.List;

/**
 * The definition of an index to create.
 *
 * @param local whether it is a local secondary index
 * @param keys its keys with their types
 * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
 * @param included the attributes of an {@code INCLUDE} projection, otherwise empty
 * @param readCapacity read capacity units of a global index; 0 for the capacity of the table
 */
public record IndexDefinition(
        String name, boolean local, List<KeyAttribute> keys, String projection, List<String> included, long readCapacity,
        long writeCapacity) {
    public IndexDefinition {
        keys = List.copyOf(keys);
        included = included.stream().sorted().toList();
    }

    /** Creates a global index of all attributes, with the capacity of the table. */
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
