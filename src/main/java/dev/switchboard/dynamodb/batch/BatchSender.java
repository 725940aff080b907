package dev.switchboard.dynamodb.batch;

import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.journal.WritePermit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Sends a batch until no items are left unprocessed.
 *
 * @param change the change that the writes belong to
 * @param stop checked before each attempt
 * @param taken receives the number of writes completed by each response
 * @param throttling how long it goes on while DynamoDB throttles it
 */
record BatchSender(
        DynamoDbClient client, String table, WritePermit change, BooleanSupplier stop, IntConsumer taken, ThrottlingLimit throttling) {
    private static final long LOOK_MILLIS = 20;

    /**
     * Returns whether all writes were completed; false if stopped before.
     *
     * @throws dev.switchboard.failure.OperationFailedException if DynamoDB throttles them for too long
     */
    boolean send(List<WriteRequest> requests) {
        List<WriteRequest> left = requests;
        int fruitless = 0;
        while (!left.isEmpty()) {
            if (stop.getAsBoolean() || (fruitless > 0 && !wait(fruitless))) {
                return false;
            }
            List<WriteRequest> unprocessed = attempt(left);
            taken.accept(left.size() - unprocessed.size());
            fruitless = unprocessed.isEmpty() ? 0 : unprocessed.size() < left.size() ? 1 : fruitless + 1;
            left = unprocessed;
        }
        return true;
    }

    private List<WriteRequest> attempt(List<WriteRequest> requests) {
        try {
            BatchWriteItemResponse response = client.batchWriteItem(
                    b -> b.requestItems(Map.of(table, requests))
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                            .overrideConfiguration(PermitInterceptor.of(change)));
            List<WriteRequest> unprocessed = response.unprocessedItems().get(table);
            return unprocessed == null ? List.of() : unprocessed;
        } catch (DynamoDbException e) {
            if (Throttling.is(e)) {
                // DynamoDB throttles the whole request if it cannot process any item.
                return requests;
            }
            throw e;
        }
    }

    /** Waits in small steps to react to a cancellation; returns false if it was canceled. */
    private boolean wait(int fruitless) {
        long until = System.nanoTime() + throttling.pause(table, fruitless).toNanos();
        while (System.nanoTime() < until) {
            if (stop.getAsBoolean()) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
