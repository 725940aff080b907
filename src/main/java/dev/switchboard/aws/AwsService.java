package dev.switchboard.aws;

import dev.switchboard.activity.Backend;
import java.util.Locale;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.endpoints.CognitoIdentityProviderEndpointProvider;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.dynamodb.streams.endpoints.DynamoDbStreamsEndpointProvider;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;

/** The AWS services that the console calls, with their names in the SDK and the AWS CLI. */
enum AwsService {
    DYNAMODB(Backend.DYNAMODB, "dynamodb", "dynamodb") {
        @Override
        Endpoint resolve(Region region, boolean fips, boolean dualStack) {
            return DynamoDbEndpointProvider.defaultProvider()
                    .resolveEndpoint(of -> of.region(region).useFips(fips).useDualStack(dualStack))
                    .join();
        }
    },
    DYNAMODB_STREAMS(Backend.DYNAMODB, "dynamodbstreams", "dynamodbstreams") {
        @Override
        Endpoint resolve(Region region, boolean fips, boolean dualStack) {
            return DynamoDbStreamsEndpointProvider.defaultProvider()
                    .resolveEndpoint(of -> of.region(region).useFips(fips).useDualStack(dualStack))
                    .join();
        }
    },
    COGNITO(Backend.COGNITO, "cognitoidentityprovider", "cognito-idp") {
        @Override
        Endpoint resolve(Region region, boolean fips, boolean dualStack) {
            return CognitoIdentityProviderEndpointProvider.defaultProvider()
                    .resolveEndpoint(of -> of.region(region).useFips(fips).useDualStack(dualStack))
                    .join();
        }
    },
    STS(Backend.STS, "sts", "sts") {
        @Override
        Endpoint resolve(Region region, boolean fips, boolean dualStack) {
            return StsEndpointProvider.defaultProvider()
                    .resolveEndpoint(of -> of.region(region).useFips(fips).useDualStack(dualStack).useGlobalEndpoint(false))
                    .join();
        }
    };

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

    /** The endpoint of the service in a region, from the rules of the SDK and from nothing else that it reads. */
    abstract Endpoint resolve(Region region, boolean fips, boolean dualStack);

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
