package dev.switchboard.dynamodb.scan;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.PageKey;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads a selection page by page from a place in it, so that a reading that was interrupted can go on. Pages that a filter empties are passed
 * on too, because they have a place.
 *
 * @param rate shared by all segments
 */
public record SelectionReader(
        DynamoDbClient client, String table, ItemSelection selection, ReadRateLimiter rate, ThrottlingLimit throttling, Progress progress) {

    private record Page(List<Map<String, AttributeValue>> items, int scanned, @Nullable Map<String, AttributeValue> last,
            @Nullable ConsumedCapacity consumed) {}

    /**
     * Reads one segment to its end.
     *
     * @param segment from 0; a query and a selection of keys have one
     * @param from the end of the page before; null for the beginning
     * @param pages receives each page before the next one is read
     * @throws dev.switchboard.failure.OperationCancelledException if canceled
     */
    public void read(int segment, int segments, @Nullable PageKey from, Consumer<ItemPage> pages) {
        if (!selection.keys().isEmpty()) {
            new KeyedReader(client, table, selection.keys(), rate, throttling, progress).read(from, pages);
            return;
        }
        @Nullable Map<String, AttributeValue> last = from == null ? null : Item.ofJson(from.json()).attributes();
        do {
            Page page = patiently(page(segment, segments, last));
            double units = page.consumed() == null || page.consumed().capacityUnits() == null ? 0 : page.consumed().capacityUnits();
            rate.consumed(units, page.scanned());
            progress.stopIfCancelled();
            last = page.last() == null || page.last().isEmpty() ? null : page.last();
            pages.accept(new ItemPage(
                    page.items().stream().map(Item::of).toList(), last == null ? null : new PageKey(Item.of(last).toJson()), units));
        } while (last != null);
    }

    private Page patiently(Supplier<Page> request) {
        for (int failed = 1;; failed++) {
            progress.stopIfCancelled();
            try {
                return request.get();
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                Poller.pause(throttling.pause(table, failed), progress);
            }
        }
    }

    private Supplier<Page> page(int segment, int segments, @Nullable Map<String, AttributeValue> from) {
        Map<String, String> names = new HashMap<>(selection.names());
        @Nullable String projection = projection(names);
        @Nullable Map<String, String> someNames = names.isEmpty() ? null : names;
        Map<String, AttributeValue> values = selection.values().attributes();
        @Nullable Map<String, AttributeValue> someValues = values.isEmpty() ? null : values;
        if (selection.isQuery()) {
            QueryRequest.Builder query = QueryRequest.builder().tableName(table).indexName(selection.index()).exclusiveStartKey(from)
                    .keyConditionExpression(selection.keyCondition()).filterExpression(selection.filter()).projectionExpression(projection)
                    .expressionAttributeNames(someNames).expressionAttributeValues(someValues)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
            return () -> {
                QueryResponse response = client.query(query.limit(rate.pageLimit(segments)).build());
                return page(response.items(), response.scannedCount(), response.lastEvaluatedKey(), response.consumedCapacity());
            };
        }
        ScanRequest.Builder scan = ScanRequest.builder().tableName(table).indexName(selection.index()).exclusiveStartKey(from)
                .filterExpression(selection.filter()).projectionExpression(projection).expressionAttributeNames(someNames)
                .expressionAttributeValues(someValues).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        if (segments > 1) {
            scan.segment(segment).totalSegments(segments);
        }
        return () -> {
            ScanResponse response = client.scan(scan.limit(rate.pageLimit(segments)).build());
            return page(response.items(), response.scannedCount(), response.lastEvaluatedKey(), response.consumedCapacity());
        };
    }

    /** @param scanned null where an engine does not tell how many items it read, as it may */
    private static Page page(List<Map<String, AttributeValue>> items, @Nullable Integer scanned, @Nullable Map<String, AttributeValue> last,
            @Nullable ConsumedCapacity consumed) {
        return new Page(items, scanned == null ? items.size() : scanned, last, consumed);
    }

    /** Always with placeholders, because an attribute can have the name of a reserved word. */
    private @Nullable String projection(Map<String, String> names) {
        if (selection.projection().isEmpty()) {
            return null;
        }
        List<String> attributes = selection.projection();
        return IntStream.range(0, attributes.size()).mapToObj(i -> {
            String attribute = attributes.get(i);
            if (attribute.startsWith("#")) {
                return attribute;
            }
            names.put("#project" + i, attribute);
            return "#project" + i;
        }).collect(Collectors.joining(", "));
    }
}
