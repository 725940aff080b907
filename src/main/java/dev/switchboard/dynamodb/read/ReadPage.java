package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.PageKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a read. A page before the last can be empty.
 *
 * @param segment the segment of a scan that it belongs to, from 0; 0 for a query or a statement
 * @param scanned how many items DynamoDB read for it, before the filter
 * @param consumedReadCapacity read capacity units consumed by reading it
 * @param next where its segment goes on after this page; null where the segment ends
 */
public record ReadPage(int segment, List<Item> items, long scanned, double consumedReadCapacity, @Nullable PageKey next) {
    public ReadPage {
        items = List.copyOf(items);
    }
}
