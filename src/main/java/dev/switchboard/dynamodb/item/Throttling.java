package dev.switchboard.dynamodb.item;

import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Recognizes DynamoDB's rejection of a request because capacity is consumed. */
public final class Throttling {
    private static final Set<String> CODES = Set.of(
            "ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded", "Throttling", "RequestThrottled");

    private Throttling() {}

    public static boolean is(DynamoDbException thrown) {
        return thrown.awsErrorDetails() != null && CODES.contains(String.valueOf(thrown.awsErrorDetails().errorCode()));
    }
}
