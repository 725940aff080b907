package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.ParallelTasks;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Runs one scan: each segment on a virtual thread, passing one page at a time to the consumer. */
final class ParallelScanner {
    private final DynamoDbClient client;
    private final String table;
    private final ScanOptions options;
    private final boolean consistent;
    private final ReadRateLimiter rate;
    private final ThrottlingLimit throttling;
    private final Consumer<ItemPage> consumer;
    private final Progress progress;
    private long items;
    private long pages;
    private double consumed;
    private boolean limited;

    ParallelScanner(
            DynamoDbClient client,
            String table,
            ScanOptions options,
            boolean consistent,
            ReadRateLimiter rate,
            ThrottlingLimit throttling,
            Consumer<ItemPage> consumer,
            Progress progress) {
        this.client = client;
        this.table = table;
        this.options = options;
        this.consistent = consistent;
        this.rate = rate;
        this.throttling = throttling;
        this.consumer = consumer;
        this.progress = progress;
    }

    synchronized long items() {
        return items;
    }

    ScanSummary read() {
        ParallelTasks.run(options.segments(), this::segment);
        synchronized (this) {
            return new ScanSummary(items, pages, !limited, consumed);
        }
    }

    private void segment(int segment) {
        @Nullable Map<String, AttributeValue> from = null;
        while (true) {
            ScanResponse response = page(segment, from);
            from = response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty() ? response.lastEvaluatedKey() : null;
            if (!deliver(response, from) || from == null) {
                return;
            }
        }
    }

    private ScanResponse page(int segment, @Nullable Map<String, AttributeValue> from) {
        ScanRequest.Builder request = ScanRequest.builder()
                .tableName(table)
                .exclusiveStartKey(from)
                .consistentRead(consistent ? true : null)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        if (options.segments() > 1) {
            request.segment(segment).totalSegments(options.segments());
        }
        for (int failed = 1;; failed++) {
            progress.stopIfCancelled();
            try {
                return client.scan(request.limit(pageLimit()).build());
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                Poller.pause(throttling.pause(table, failed), progress);
            }
        }
    }

    private synchronized int pageLimit() {
        int most = rate.pageLimit(options.segments());
        // One more than requested, to find out whether the table has more items.
        return options.limit() == 0 ? most : Math.clamp(options.limit() - items + 1, 1, most);
    }

    /** Passes a page to the consumer, truncated at the limit; returns whether to continue. */
    private synchronized boolean deliver(ScanResponse response, @Nullable Map<String, AttributeValue> next) {
        double units = response.consumedCapacity() == null ? 0 : response.consumedCapacity().capacityUnits();
        consumed += units;
        rate.consumed(units, response.count());
        List<Item> rows = new ArrayList<>();
        for (Map<String, AttributeValue> row : response.items()) {
            if (options.limit() > 0 && items + rows.size() == options.limit()) {
                limited = true;
                break;
            }
            rows.add(Item.of(row));
        }
        progress.stopIfCancelled();
        if (limited && rows.isEmpty()) {
            return false;
        }
        items += rows.size();
        pages++;
        PageKey key = next == null ? null : new PageKey(Item.of(next).toJson());
        consumer.accept(new ItemPage(rows, key, units));
        progress.advance(items, Progress.UNKNOWN);
        return !limited;
    }
}
