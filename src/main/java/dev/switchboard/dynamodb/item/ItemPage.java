package dev.switchboard.dynamodb.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of items in the order in which DynamoDB stores them.
 *
 * @param next the start of the next page; null if this is certainly the last page. A page before the last can be empty
 * @param consumedReadCapacity read capacity units consumed by reading it
 */
public record ItemPage(List<Item> items, @Nullable PageKey next, double consumedReadCapacity) {
    public ItemPage {
        items = List.copyOf(items);
    }
}
