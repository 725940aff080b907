package dev.switchboard.dynamodb.read;

import dev.switchboard.dynamodb.item.PageKey;
import org.jspecify.annotations.Nullable;

/**
 * The result of a read.
 *
 * @param items the number of items returned
 * @param scanned the number of items that DynamoDB read, before the filter
 * @param complete false if the limit was reached before the end
 * @param next where a query, a statement, or a scan of one segment goes on; null at the end and with several segments
 * @param consumedReadCapacity total read capacity units
 */
public record ReadSummary(
        long items, long scanned, long pages, boolean complete, @Nullable PageKey next, double consumedReadCapacity) {}
