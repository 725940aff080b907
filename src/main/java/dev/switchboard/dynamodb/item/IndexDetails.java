package dev.switchboard.dynamodb.item;

import java.util.List;

/**
 * The current state of an index.
 *
 * @param local whether it is a local secondary index, which shares the partition key of the table
 * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
 * @param included the attributes of an {@code INCLUDE} projection, sorted
 * @param status for example {@code ACTIVE} or {@code CREATING}; for a local index, the status of the table
 * @param readCapacity read capacity units, 0 if on demand
 * @param approximateItems up to six hours old
 * @param approximateBytes up to six hours old
 */
public record IndexDetails(
        String name,
        boolean local,
        List<KeyAttribute> keys,
        String projection,
        List<String> included,
        String status,
        long readCapacity,
        long writeCapacity,
        long approximateItems,
        long approximateBytes) {
    public IndexDetails {
        keys = List.copyOf(keys);
        included = included.stream().sorted().toList();
    }
}
