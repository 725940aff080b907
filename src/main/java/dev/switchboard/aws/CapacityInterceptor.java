package dev.switchboard.aws;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Sends the requests of a bulk operation through its {@link GovernedRequests gates}, and tells these what the requests used. A request waits
 * before its timeout begins. Also the attempts that the SDK makes by itself are seen, which its caller never learns of.
 */
final class CapacityInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<CapacityGate> GATE = new ExecutionAttribute<>("switchboard.gate");
    private static final ExecutionAttribute<CapacityGate.Reservation> RESERVED = new ExecutionAttribute<>("switchboard.reserved");
    private static final ExecutionAttribute<Boolean> REJECTED = new ExecutionAttribute<>("switchboard.rejected");
    private static final int CLIENT_ERROR = 400;
    private static final Set<String> CONSUMING = Set.of(
            "BatchExecuteStatement", "BatchGetItem", "BatchWriteItem", "DeleteItem", "ExecuteStatement", "ExecuteTransaction", "GetItem",
            "PutItem", "Query", "Scan", "TransactGetItems", "TransactWriteItems", "UpdateItem");

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String operation = AwsService.operation(attributes);
        if (!CONSUMING.contains(operation)) {
            return;
        }
        boolean write = !ReadOperations.contains(AwsService.of(attributes), operation, context.request());
        @Nullable CapacityGate gate = GovernedRequests.gate(write);
        if (gate != null) {
            attributes.putAttribute(RESERVED, gate.acquire(operation, RequestedItems.of(context.request())));
            attributes.putAttribute(GATE, gate);
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        @Nullable CapacityGate gate = attributes.getAttribute(GATE);
        if (gate != null && Boolean.TRUE.equals(attributes.getAttribute(REJECTED))) {
            // Of the answers with this status, the SDK sends the request again only after throttling.
            gate.throttled();
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(GATE) != null) {
            attributes.putAttribute(REJECTED, context.httpResponse().statusCode() == CLIENT_ERROR);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        @Nullable CapacityGate gate = attributes.getAttribute(GATE);
        if (gate != null) {
            int left = RequestedItems.unprocessed(context.response());
            settle(gate, attributes, RequestedItems.of(context.request()) - left, ConsumedUnits.of(context.response()));
            if (left > 0) {
                gate.throttled();
            }
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        @Nullable CapacityGate gate = attributes.getAttribute(GATE);
        if (gate != null) {
            settle(gate, attributes, 0, 0);
            if (context.exception() instanceof AwsServiceException answer && answer.isThrottlingException()) {
                gate.throttled();
            }
        }
    }

    private static void settle(CapacityGate gate, ExecutionAttributes attributes, int items, double consumed) {
        CapacityGate.@Nullable Reservation reserved = attributes.getAttribute(RESERVED);
        if (reserved != null) {
            gate.settle(reserved, items, consumed);
        }
    }
}
