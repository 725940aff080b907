package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Reads single items by their keys, a hundred at a time in the order of the keys. Its place is the last key that was read.
 */
record KeyedReader(
        DynamoDbClient client, String table, List<Item> keys, ReadRateLimiter rate, ThrottlingLimit throttling, Progress progress) {
    private static final int MOST_KEYS = 100;

    void read(@Nullable PageKey from, Consumer<ItemPage> pages) {
        int next = from == null ? 0 : keys.indexOf(Item.ofJson(from.json())) + 1;
        while (next < keys.size()) {
            int end = Math.min(keys.size(), next + MOST_KEYS);
            pages.accept(page(keys.subList(next, end), end < keys.size() ? new PageKey(keys.get(end - 1).toJson()) : null));
            next = end;
        }
    }

    private ItemPage page(List<Item> wanted, @Nullable PageKey next) {
        List<Item> found = new ArrayList<>();
        double units = 0;
        int fruitless = 0;
        @Nullable KeysAndAttributes left =
                KeysAndAttributes.builder().keys(wanted.stream().map(Item::attributes).toList()).consistentRead(true).build();
        while (left != null) {
            progress.stopIfCancelled();
            KeysAndAttributes asked = left;
            try {
                BatchGetItemResponse response = client.batchGetItem(
                        b -> b.requestItems(Map.of(table, asked)).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
                List<Item> some = response.responses().getOrDefault(table, List.of()).stream().map(Item::of).toList();
                double consumed = response.consumedCapacity().stream()
                        .mapToDouble(each -> Objects.requireNonNullElse(each.capacityUnits(), 0.0))
                        .sum();
                rate.consumed(consumed, some.size());
                units += consumed;
                found.addAll(some);
                left = response.unprocessedKeys().get(table);
                fruitless = some.isEmpty() ? fruitless + 1 : 1;
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                fruitless++;
            }
            if (left != null) {
                Poller.pause(throttling.pause(table, fruitless), progress);
            }
        }
        return new ItemPage(found, next, units);
    }
}
