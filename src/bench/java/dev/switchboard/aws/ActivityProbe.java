package dev.switchboard.aws;

import dev.switchboard.activity.ActivityLog;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.sync.RequestBody;

/** Records calls in an activity log as the clients of a session do, without sending them. */
public final class ActivityProbe {
    private final ActivityInterceptor interceptor;

    public ActivityProbe(ActivityLog log) {
        interceptor = new ActivityInterceptor(log, new AwsCliCommand("http://127.0.0.1:8000", null, "us-east-1"));
    }

    /** A call of DynamoDB as the client has it once the request is written: with a body, whose length is then known. */
    public static final class PreparedCall {
        private final String operation;
        private final InterceptorContext context;

        /** A call that succeeded. */
        public PreparedCall(String operation, AwsRequest request, AwsResponse response) {
            this.operation = operation;
            context = InterceptorContext.builder()
                    .request(request)
                    .requestBody(RequestBody.fromString(RequestJson.of(request, Integer.MAX_VALUE)))
                    .response(response)
                    .build();
        }
    }

    /** Records a call. */
    public void record(PreparedCall call) {
        ExecutionAttributes attributes = new ExecutionAttributes();
        attributes.putAttribute(SdkExecutionAttribute.SERVICE_NAME, "DynamoDb");
        attributes.putAttribute(SdkExecutionAttribute.OPERATION_NAME, call.operation);
        interceptor.beforeExecution(call.context, attributes);
        interceptor.beforeTransmission(call.context, attributes);
        interceptor.afterExecution(call.context, attributes);
    }
}
