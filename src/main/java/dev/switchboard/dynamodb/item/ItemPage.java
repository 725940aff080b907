package dev.switchboard.dynamodb.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table, in the order in which DynamoDB stores them.
 *
 * @param next where the rest begins; null where this page is certainly the last. A page before the last can be empty
 * @param consumedReadCapacity read capacity units that reading it took
 */
public record ItemPage(List<Item> items, @Nullable PageKey next, double consumedReadCapacity) {
    public ItemPage {
        items = List.copyOf(items);
    }
}
