package dev.switchboard.dynamodb.partiql;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.WritePermit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Sends statements, at most {@value #MOST_STATEMENTS} in a request. A response with the status 200 can hide errors of single statements;
 * those that were throttled are sent again. Used by one thread.
 */
final class BatchRequest {
    static final int MOST_STATEMENTS = 25;
    private final AwsClients clients;
    private final String table;
    private final @Nullable WritePermit change;
    private final Progress progress;
    private double units;

    /** A statement with its parameters. */
    record Entry(String text, List<TypedValue> parameters) {}

    /**
     * @param table the table or one of the tables, to say which one is throttled
     * @param change the change of statements that write; null for SELECT
     */
    BatchRequest(AwsClients clients, String table, @Nullable WritePermit change, Progress progress) {
        this.clients = clients;
        this.table = table;
        this.change = change;
        this.progress = progress;
    }

    /** The capacity units of all responses; 0 where the engine does not report them. */
    double units() {
        return units;
    }

    /**
     * Sends statements.
     *
     * @param answers receives each response under the number of its statement, as soon as it is there
     */
    void send(List<Entry> entries, Map<Integer, BatchStatementResponse> answers) {
        List<Integer> due = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            due.add(i);
        }
        for (int throttled = 0; !due.isEmpty();) {
            List<Integer> some = due.subList(0, Math.min(due.size(), CapacityScope.chunk(MOST_STATEMENTS)));
            progress.stopIfCancelled();
            Map<Integer, BatchStatementResponse> received = request(entries, some);
            List<Integer> again = new ArrayList<>();
            received.forEach((index, response) -> {
                @Nullable BatchStatementError error = response.error();
                if (error != null && StatementErrors.isRepeated(error)) {
                    again.add(index);
                } else {
                    answers.put(index, response);
                }
            });
            throttled = again.size() < received.size() ? 0 : throttled + 1;
            List<Integer> next = new ArrayList<>(due.subList(some.size(), due.size()));
            next.addAll(again);
            due = next;
            if (throttled > 0) {
                Poller.pause(ThrottlingLimit.USUAL.pause(table, throttled), progress);
            }
        }
    }

    private Map<Integer, BatchStatementResponse> request(List<Entry> entries, List<Integer> numbers) {
        List<BatchStatementRequest> requests = numbers.stream().map(entries::get).map(BatchRequest::request).toList();
        Map<Integer, BatchStatementResponse> received = new TreeMap<>();
        for (int failed = 1; received.isEmpty(); failed++) {
            try {
                BatchExecuteStatementResponse response = clients.dynamoDb().batchExecuteStatement(b -> {
                    b.statements(requests).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
                    if (change != null) {
                        b.overrideConfiguration(PermitInterceptor.of(change));
                    }
                });
                units += response.consumedCapacity().stream().mapToDouble(PartiqlValues::units).sum();
                for (int i = 0; i < numbers.size(); i++) {
                    received.put(numbers.get(i), response.responses().get(i));
                }
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                Poller.pause(ThrottlingLimit.USUAL.pause(table, failed), progress);
            }
        }
        return received;
    }

    private static BatchStatementRequest request(Entry entry) {
        return BatchStatementRequest.builder()
                .statement(entry.text())
                .parameters(PartiqlValues.attributes(entry.parameters()))
                .build();
    }
}
