package dev.switchboard.aws;

import dev.switchboard.activity.Backend;
import java.util.Locale;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** The AWS services that the console calls, with their names in the SDK and the AWS CLI. */
enum AwsService {
    DYNAMODB(Backend.DYNAMODB, "dynamodb", "dynamodb"),
    DYNAMODB_STREAMS(Backend.DYNAMODB, "dynamodbstreams", "dynamodbstreams"),
    COGNITO(Backend.COGNITO, "cognitoidentityprovider", "cognito-idp"),
    STS(Backend.STS, "sts", "sts");

    private final Backend backend;
    private final String sdkName;
    private final String cliName;

    AwsService(Backend backend, String sdkName, String cliName) {
        this.backend = backend;
        this.sdkName = sdkName;
        this.cliName = cliName;
    }

    Backend backend() {
        return backend;
    }

    String cliName() {
        return cliName;
    }

    /**
     * Returns the service of a request.
     *
     * @throws IllegalStateException if it is not one of these, and therefore has no list of read operations
     */
    static AwsService of(ExecutionAttributes attributes) {
        // The SDK spells some service names in several ways (DynamoDb, DynamoDB).
        String name = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
        for (AwsService service : values()) {
            if (service.sdkName.equals(name)) {
                return service;
            }
        }
        throw new IllegalStateException("not a known AWS service: " + name);
    }

    /** The operation name in the service model, such as {@code PutItem}. */
    static String operation(ExecutionAttributes attributes) {
        return String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
}
