package dev.switchboard.bench.world;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The floor: the same requests as ours in the barest loops over the same SDK client, with nothing of ours around them. */
public final class BareDynamoDb implements AutoCloseable {
    private static final int BATCH = 25;
    private final DynamoDbClient client;

    public BareDynamoDb(URI endpoint) {
        client = DynamoDbClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(64)).build();
    }

    public DynamoDbClient client() {
        return client;
    }

    /** Scans a table in parallel segments, a thread each; returns the number of items. */
    public long scan(String table, int segments) throws Exception {
        AtomicLong items = new AtomicLong();
        parallel(segments, segment -> {
            Map<String, AttributeValue> from = null;
            do {
                Map<String, AttributeValue> start = from;
                ScanResponse page = client.scan(scan -> {
                    scan.tableName(table).exclusiveStartKey(start).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
                    if (segments > 1) {
                        scan.segment(segment).totalSegments(segments);
                    }
                });
                items.addAndGet(page.items().size());
                from = page.hasLastEvaluatedKey() && !page.lastEvaluatedKey().isEmpty() ? page.lastEvaluatedKey() : null;
            } while (from != null);
        });
        return items.get();
    }

    /** Writes items in full batches on so many threads. */
    public void write(String table, Iterator<Map<String, AttributeValue>> items, int threads) throws Exception {
        parallel(threads, thread -> {
            for (List<WriteRequest> batch = next(items); !batch.isEmpty(); batch = next(items)) {
                send(table, batch);
            }
        });
    }

    private static List<WriteRequest> next(Iterator<Map<String, AttributeValue>> items) {
        List<WriteRequest> batch = new ArrayList<>(BATCH);
        synchronized (items) {
            while (batch.size() < BATCH && items.hasNext()) {
                Map<String, AttributeValue> item = items.next();
                batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
            }
        }
        return batch;
    }

    private void send(String table, List<WriteRequest> batch) {
        Map<String, List<WriteRequest>> rest = Map.of(table, batch);
        while (!rest.isEmpty()) {
            Map<String, List<WriteRequest>> due = rest;
            rest = client.batchWriteItem(request -> request.requestItems(due)).unprocessedItems();
        }
    }

    /**
     * Queries a partition backwards page by page; returns the number of items.
     *
     * @param pages the most pages
     */
    public long query(String table, String partition, int limit, int pages) {
        long items = 0;
        Map<String, AttributeValue> from = null;
        for (int page = 0; page < pages; page++) {
            Map<String, AttributeValue> start = from;
            QueryResponse response = client.query(query -> query.tableName(table).keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))).scanIndexForward(false).limit(limit)
                    .exclusiveStartKey(start).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            items += response.items().size();
            if (!response.hasLastEvaluatedKey() || response.lastEvaluatedKey().isEmpty()) {
                break;
            }
            from = response.lastEvaluatedKey();
        }
        return items;
    }

    /** Work of one of several threads. */
    @FunctionalInterface
    public interface Part {
        void run(int thread) throws Exception;
    }

    /** Runs work on so many threads, and waits for all. */
    public static void parallel(int threads, Part part) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit((Callable<Void>) () -> {
                    part.run(thread);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
