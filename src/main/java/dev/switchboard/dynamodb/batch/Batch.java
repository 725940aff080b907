package dev.switchboard.dynamodb.batch;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.Write;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The writes of one BatchWriteItem request: at most 25, at most 16 MB, and no key twice, which DynamoDB would reject. */
final class Batch {
    private static final int MOST = 25;
    // DynamoDB allows 16 MB. The size of the items is counted here, and their JSON is larger.
    private static final long MOST_BYTES = 8_000_000;
    private final KeySchema table;
    private final Map<Item, Write> writes = new LinkedHashMap<>();
    private long bytes;
    private double units;

    Batch(KeySchema table) {
        this.table = table;
    }

    /** Adds a write, or returns false if the batch is full. A later write of the same key replaces the earlier one. */
    boolean add(Write write) {
        Item key = table.of(write.item());
        long size = ItemSize.of(write.item());
        boolean replaces = writes.containsKey(key);
        if (!replaces && (writes.size() == MOST || (bytes + size > MOST_BYTES && !writes.isEmpty()))) {
            return false;
        }
        writes.put(key, write);
        bytes += size;
        units += write instanceof Write.Delete ? 1 : ItemSize.writeUnits(size);
        return true;
    }

    /** The write capacity units that the table itself uses for them, without its indexes. */
    double units() {
        return units;
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    Set<Item> keys() {
        return writes.keySet();
    }

    List<WriteRequest> requests() {
        return writes.values().stream().map(Batch::request).toList();
    }

    private static WriteRequest request(Write write) {
        return switch (write) {
            case Write.Put(Item item, boolean onlyIfAbsent) when !onlyIfAbsent ->
                WriteRequest.builder().putRequest(b -> b.item(item.attributes())).build();
            case Write.Delete(Item key, var conditions) when conditions.isEmpty() ->
                WriteRequest.builder().deleteRequest(b -> b.key(key.attributes())).build();
            default -> throw new IllegalArgumentException("a batch write cannot have a condition: " + write.getClass().getSimpleName());
        };
    }
}
