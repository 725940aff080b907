package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.journal.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Reads the current items before a write, so that the journal can record them.
 *
 * @param throttling how long a read goes on while DynamoDB throttles it
 */
public record ItemImageReader(DynamoDbClient client, String table, KeySchema keys, ThrottlingLimit throttling) {
    private static final int MOST_KEYS = 100;

    public ItemImageReader(DynamoDbClient client, String table, KeySchema keys) {
        this(client, table, keys, ThrottlingLimit.USUAL);
    }

    /** Returns the changes that these writes make, one for each item, with the current items. */
    public List<Change> changes(Collection<Write> writes) {
        Map<Item, @Nullable Item> after = after(writes);
        Map<Item, Item> before = read(after.keySet());
        return changes(after, before);
    }

    /** Returns the changes that these writes make to an empty table, with the digests of the items that they add. */
    public List<Change> additions(Collection<Write> writes) {
        List<Change> additions = new ArrayList<>(writes.size());
        after(writes).forEach((key, item) -> additions.add(item == null
                ? new Change(key.toJson(), null, null)
                : Change.added(key.toJson(), ItemDigest.content(item))));
        return additions;
    }

    /** Returns the changes that these writes make to the items that their conditions demand, without reading them. */
    List<Change> expectedChanges(Collection<Write> writes) {
        Map<Item, Item> before = new HashMap<>();
        for (Write write : writes) {
            switch (write) {
                case Write.Replace replace -> before.put(keys.of(replace.expected()), replace.expected());
                case Write.Update update -> before.put(keys.of(update.expected()), update.expected());
                case Write.Remove remove -> before.put(keys.of(remove.expected()), remove.expected());
                case Write.Put put when put.onlyIfAbsent() -> {}
                case Write.Check check -> {}
                case Write.Put put -> throw new IllegalArgumentException("a put without a condition");
                case Write.Delete delete -> throw new IllegalArgumentException("a delete that does not state the item");
            }
        }
        return changes(after(writes), before);
    }

    /** Whether the items are exactly as these writes leave them, read after every write that has ended. */
    boolean areWritten(Collection<Write> writes) {
        Map<Item, @Nullable Item> after = after(writes);
        Map<Item, Item> now = read(after.keySet());
        return after.entrySet().stream().allMatch(item -> ItemValues.same(now.get(item.getKey()), item.getValue()));
    }

    private Map<Item, @Nullable Item> after(Collection<Write> writes) {
        Map<Item, @Nullable Item> after = new LinkedHashMap<>();
        for (Write write : writes) {
            switch (write) {
                case Write.Put put -> after.put(keys.of(put.item()), put.item());
                case Write.Replace replace -> after.put(keys.of(replace.item()), replace.item());
                case Write.Update update -> after.put(keys.of(update.item()), update.item());
                case Write.Delete delete -> after.put(keys.of(delete.key()), null);
                case Write.Remove remove -> after.put(keys.of(remove.expected()), null);
                case Write.Check check -> {}
            }
        }
        return after;
    }

    private static List<Change> changes(Map<Item, @Nullable Item> after, Map<Item, Item> before) {
        List<Change> changes = new ArrayList<>(after.size());
        after.forEach((key, item) -> {
            @Nullable Item former = before.get(key);
            changes.add(new Change(key.toJson(), former == null ? null : former.toJson(), item == null ? null : item.toJson()));
        });
        return changes;
    }

    /** Returns the existing items by key, with a strongly consistent read. */
    public Map<Item, Item> read(Collection<Item> wanted) {
        Map<Item, Item> found = new HashMap<>();
        List<Item> all = new PartitionReader(client, table, keys).read(wanted, found);
        int most = CapacityScope.chunk(MOST_KEYS);
        for (int from = 0; from < all.size(); from += most) {
            List<Map<String, AttributeValue>> some =
                    all.subList(from, Math.min(all.size(), from + most)).stream().map(Item::attributes).toList();
            read(KeysAndAttributes.builder().keys(some).consistentRead(true).build(), found);
        }
        return found;
    }

    private void read(KeysAndAttributes asked, Map<Item, Item> found) {
        @Nullable KeysAndAttributes left = asked;
        int fruitless = 0;
        while (left != null) {
            KeysAndAttributes now = left;
            try {
                BatchGetItemResponse response = client.batchGetItem(
                        b -> b.requestItems(Map.of(table, now)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
                List<Map<String, AttributeValue>> rows = response.responses().getOrDefault(table, List.of());
                rows.forEach(row -> found.put(keys.of(Item.of(row)), Item.of(row)));
                left = response.unprocessedKeys().get(table);
                fruitless = rows.isEmpty() ? fruitless + 1 : 1;
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                fruitless++;
            }
            if (left != null) {
                RetryBackoff.sleep(throttling.pause(table, fruitless));
            }
        }
    }
}
