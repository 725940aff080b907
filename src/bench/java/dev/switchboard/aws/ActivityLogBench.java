package dev.switchboard.aws;

import dev.switchboard.activity.ActivityLog;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Records many calls in the activity log, as the clients do after each: processor time of a call, and memory of the log. */
public final class ActivityLogBench {
    private static final int CALLS = 20_000;
    private static final int A_SECOND = 10_000;

    private ActivityLogBench() {}

    /**
     * What recording takes.
     *
     * @param micros the processor time of a call, in microseconds
     * @param share the part of a processor that 10,000 calls a second take, 0 to 1
     * @param bytes the memory that the log holds after them
     */
    public record Recording(String call, double micros, double share, long bytes) {}

    /** @param arguments none */
    public static void main(String[] arguments) {
        for (Recording one : measure()) {
            System.out.printf(Locale.ROOT, "activity log: %-28s %6.2f µs a call, %5.2f %% of a processor at 10,000/s, log holds %.1f MB%n",
                    one.call(), one.micros(), one.share() * 100, one.bytes() / 1e6);
        }
    }

    /** Records queries, then batches of 25 items. */
    public static List<Recording> measure() {
        return List.of(record("Query", ActivityLogBench::query), record("BatchWriteItem", ActivityLogBench::batch));
    }

    private interface Requests {
        SdkPojo get(int number);
    }

    private static Recording record(String operation, Requests requests) {
        AwsCliCommand command = new AwsCliCommand("http://127.0.0.1:8000", null, "us-east-1");
        record(new ActivityLog(), command, operation, requests);
        long before = heap();
        ActivityLog log = new ActivityLog();
        double micros = record(log, command, operation, requests);
        long held = heap() - before;
        if (log.made() != CALLS) {
            throw new IllegalStateException("calls were not recorded");
        }
        return new Recording(operation, micros, micros * A_SECOND / 1e6, held);
    }

    private static double record(ActivityLog log, AwsCliCommand command, String operation, Requests requests) {
        long spent = 0;
        for (int i = 0; i < CALLS; i += 1_000) {
            int from = i;
            List<SdkPojo> some = IntStream.range(0, 1_000).mapToObj(n -> requests.get(from + n)).toList();
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (SdkPojo request : some) {
                log.record(Instant.now(), AwsService.DYNAMODB.backend(), operation, "cruddur-messages", Duration.ofMillis(1), 1, 0, 0, null,
                        command.later(AwsService.DYNAMODB, operation, request));
            }
            spent += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        }
        return spent / 1e3 / CALLS;
    }

    private static SdkPojo query(int number) {
        return QueryRequest.builder().tableName("cruddur-messages").keyConditionExpression("#p = :p")
                .expressionAttributeNames(Map.of("#p", "pk")).expressionAttributeValues(Map.of(":p", AttributeValue.fromS("MSG#" + number)))
                .limit(1_000).returnConsumedCapacity("TOTAL").build();
    }

    private static SdkPojo batch(int number) {
        List<WriteRequest> writes = IntStream.range(0, 25)
                .mapToObj(i -> WriteRequest.builder().putRequest(put -> put.item(Map.of(
                        "pk", AttributeValue.fromS("MSG#" + number), "sk", AttributeValue.fromS("2026-11-23T10:00:00.0000" + i),
                        "message", AttributeValue.fromS("a message of usual length, number " + i),
                        "user_uuid", AttributeValue.fromS("u"), "user_handle", AttributeValue.fromS("ada")))).build())
                .toList();
        return BatchWriteItemRequest.builder().requestItems(Map.of("cruddur-messages", writes)).build();
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
