package dev.switchboard.aws;

import dev.switchboard.activity.ActivityLog;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.InterceptorContext;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Records calls in an activity log as the clients of a session do, without sending them. */
public final class ActivityProbe {
    private final ActivityInterceptor interceptor;

    public ActivityProbe(ActivityLog log) {
        interceptor = new ActivityInterceptor(log, new AwsCliCommand("http://127.0.0.1:8000", null, "us-east-1"));
    }

    /** Records a call of DynamoDB that succeeded. */
    public void record(String operation, AwsRequest request, AwsResponse response) {
        ExecutionAttributes attributes = new ExecutionAttributes();
        attributes.putAttribute(SdkExecutionAttribute.SERVICE_NAME, "DynamoDb");
        attributes.putAttribute(SdkExecutionAttribute.OPERATION_NAME, operation);
        InterceptorContext context = InterceptorContext.builder().request(request).response(response).build();
        interceptor.beforeExecution(context, attributes);
        interceptor.beforeTransmission(context, attributes);
        interceptor.afterExecution(context, attributes);
    }
}
