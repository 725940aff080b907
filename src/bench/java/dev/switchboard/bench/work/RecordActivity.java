package dev.switchboard.bench.work;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.ActivityProbe;
import dev.switchboard.aws.ActivityProbe.PreparedCall;
import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.ConversationItems;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Records calls in the activity log: queries and full batches in turns. */
final class RecordActivity implements Benchmark {
    private static final String SHARE = "% of the time at 10,000 calls/s";
    private static final String KEPT = "MB kept";
    private static final int CALLS_A_SECOND = 10_000;
    private static final int REQUESTS = ActivityLog.MOST_CALLS;
    private static final int BATCH = 25;
    private static final ConsumedCapacity UNITS = ConsumedCapacity.builder().tableName("messages").capacityUnits(0.5).build();
    private static final QueryResponse PAGE = QueryResponse.builder().consumedCapacity(UNITS).build();
    private static final BatchWriteItemResponse WRITTEN = BatchWriteItemResponse.builder().consumedCapacity(UNITS).build();

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public String title(long size) {
        return "Record %,d calls in the activity log".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return List.of(1_000L, 10_000L, 100_000L);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.atMost(SHARE, 2, Role.OURS), Aim.atMost(KEPT, 32, Role.OURS));
    }

    @Override
    public List<Contestant> contestants(long size) {
        List<PreparedCall> batches = batches();
        return List.of(new Contestant(Role.OURS, "", size, () -> record(size, batches)));
    }

    private static Measurement record(long calls, List<PreparedCall> batches) throws Exception {
        QueryRequest request = QueryRequest.builder().tableName("messages").keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("MSG#1"))).limit(BATCH).build();
        PreparedCall query = new PreparedCall("Query", request, PAGE);
        ActivityLog log = new ActivityLog();
        ActivityProbe probe = new ActivityProbe(log);
        Measurement measured = Measurement.of(() -> {
            for (int i = 0; log.made() < calls; i++) {
                probe.record(batches.get(i % REQUESTS));
                probe.record(query);
            }
        });
        return measured.with(SHARE, measured.seconds() / calls * CALLS_A_SECOND * 100).with(KEPT, kept());
    }

    /** What a log keeps of requests that nothing else refers to, once it has dropped the first. */
    private static double kept() {
        long before = used();
        ActivityLog log = new ActivityLog();
        ActivityProbe probe = new ActivityProbe(log);
        batches().forEach(probe::record);
        double kept = Math.max(0, used() - before) / 1e6;
        Reference.reachabilityFence(log);
        return kept;
    }

    private static List<PreparedCall> batches() {
        Iterator<Map<String, AttributeValue>> items = ConversationItems.first((long) BATCH * REQUESTS);
        List<PreparedCall> batches = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            List<WriteRequest> writes = new ArrayList<>();
            for (int item = 0; item < BATCH; item++) {
                Map<String, AttributeValue> next = items.next();
                writes.add(WriteRequest.builder().putRequest(put -> put.item(next)).build());
            }
            batches.add(new PreparedCall(
                    "BatchWriteItem", BatchWriteItemRequest.builder().requestItems(Map.of("messages", writes)).build(), WRITTEN));
        }
        return batches;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
