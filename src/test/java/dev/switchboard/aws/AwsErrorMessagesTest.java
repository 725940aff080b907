package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.switchboard.failure.Explanation;
import dev.switchboard.testing.FailureMessageAssertions;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;

/** No error that the models of the services know, of the operations that are called here, comes out without words of its own. */
class AwsErrorMessagesTest {
    private static final Set<String> ALL_OPERATIONS_OF = Set.of("StsClient", "SsoClient");

    @Test
    void everyModeledErrorOfTheOperationsThatAreCalledHasItsSentenceAndItsRemedy() {
        Set<String> called = calledOperations();
        assertThat(called).contains("DynamoDbClient.query", "DynamoDbClient.transactWriteItems", "CognitoIdentityProviderClient.listUsers");
        Set<String> codes = new TreeSet<>();
        for (Class<?> client : List.of(DynamoDbClient.class, CognitoIdentityProviderClient.class, StsClient.class, SsoClient.class)) {
            for (Method method : client.getMethods()) {
                String name = client.getSimpleName() + "." + method.getName();
                if (called.contains(name) || ALL_OPERATIONS_OF.contains(client.getSimpleName())) {
                    modeled(method).forEach(codes::add);
                }
            }
        }
        for (Method method : SsoOidcClient.class.getMethods()) {
            if (method.getName().equals("createToken")) {
                modeled(method).forEach(codes::add);
            }
        }
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(codes.stream().filter(code -> isWithoutWords(explain(code, "the words")))).as("write aws.CODE and its remedy").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ExpiredToken", "ExpiredTokenException", "InvalidSignatureException", "SignatureDoesNotMatch", "RequestExpired",
        "RequestTimeTooSkewed", "UnrecognizedClientException", "InvalidClientTokenId", "AccessDeniedException", "AccessDenied",
        "MissingAuthenticationToken", "OptInRequired", "ThrottlingException", "Throttling", "RequestLimitExceeded",
        "TooManyRequestsException", "LimitExceededException", "ResourceInUseException", "TableInUseException",
        "ItemCollectionSizeLimitExceededException", "TransactionInProgressException", "IdempotentParameterMismatchException",
        "KMSAccessDeniedException", "KMSDisabledException", "KMSInvalidStateException", "KMSNotFoundException",
        "InternalServerError", "InternalFailure", "ServiceUnavailable", "ServiceUnavailableException", "NotAuthorizedException"
    })
    void everyErrorThatIsCommonToTheServicesHasItsSentenceAndItsRemedy(String code) {
        assertThat(isWithoutWords(explain(code, "the words"))).isFalse();
    }

    @Test
    void noTwoErrorsHaveTheSameWords() {
        FailureMessageAssertions.assertIn(AwsFailureExplainer.class, key -> key.startsWith("aws."), 100);
    }

    @Test
    void aSignatureThatTheClockSpoilsIsToldApartFromAWrongKey() {
        assertThat(explain("InvalidSignatureException", "Signature expired: 20261122T120000Z is now earlier than").remedy())
                .contains("clock");
        assertThat(explain("InvalidSignatureException", "The request signature we calculated does not match").remedy())
                .contains("secret key")
                .doesNotContain("clock");
    }

    @Test
    void aCancelledTransactionSaysWhichActionFailedAndWhy() {
        TransactionCanceledException cancelled = TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("None").build(),
                        CancellationReason.builder().code("ConditionalCheckFailed").message("The conditional request failed").build(),
                        CancellationReason.builder().code("Unheard").message("of something new").build())
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("TransactionCanceledException").errorMessage("long").build())
                .build();
        assertThat(new AwsFailureExplainer().explain(cancelled).sentence())
                .contains("action 2: another process changed the item first")
                .contains("action 3: Unheard (of something new)")
                .doesNotContain("action 1");
    }

    @Test
    void withoutACodeALogInPageAProxyAndABusyServiceAreToldApart() {
        assertThat(status(200 + 102, "<html>moved</html>")).contains("did not come from AWS");
        assertThat(status(403, "\n<!DOCTYPE html><p>log in</p>")).contains("did not come from AWS");
        assertThat(status(407, "")).contains("proxy");
        assertThat(status(503, "")).contains("unavailable");
        assertThat(status(418, "")).contains("418");
    }

    private static String status(int status, String body) {
        AwsErrorDetails details = AwsErrorDetails.builder()
                .rawResponse(software.amazon.awssdk.core.SdkBytes.fromUtf8String(body))
                .build();
        return new AwsFailureExplainer().explain(DynamoDbException.builder().statusCode(status).awsErrorDetails(details).build())
                .sentence();
    }

    private static Explanation explain(String code, String message) {
        AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).errorMessage(message).serviceName("DynamoDb").build();
        return new AwsFailureExplainer().explain(DynamoDbException.builder().awsErrorDetails(details).build());
    }

    private static boolean isWithoutWords(Explanation explanation) {
        return explanation.remedy().contains("API reference") || !explanation.expected() || explanation.sentence().isBlank();
    }

    /** The simple names of the errors that the service's model gives an operation; the base class of all is none of them. */
    private static Stream<String> modeled(Method method) {
        if (method.getParameterCount() != 1 || !SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0])) {
            return Stream.of();
        }
        return Stream.of(method.getExceptionTypes())
                .filter(AwsServiceException.class::isAssignableFrom)
                .filter(type -> type != AwsServiceException.class && type.getSuperclass() != AwsServiceException.class)
                .map(Class::getSimpleName);
    }

    /** What this program's classes call, as {@code DynamoDbClient.query}. */
    private static Set<String> calledOperations() {
        Set<String> called = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.switchboard")
                .forEach(type -> type.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .filter(target -> target.getOwner().getSimpleName().endsWith("Client"))
                        // A paginator calls the operation of its name.
                        .map(target -> target.getOwner().getSimpleName() + "." + target.getName().replaceFirst("Paginator$", ""))
                        .forEach(called::add));
        return called;
    }
}
