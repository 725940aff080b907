package dev.switchboard.dynamodb.item;

import java.util.List;

/**
 * An index as it is.
 *
 * @param local true for a local secondary index, which shares the table's partition key
 * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
 * @param included the attributes of an {@code INCLUDE} projection, sorted
 * @param status such as {@code ACTIVE} or {@code CREATING}; that of the table for a local index
 * @param readCapacity read capacity units, 0 on demand
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
