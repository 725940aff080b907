package dev.switchboard.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Each remedy is about the thing that failed: a user pool is not helped by a table, nor a table by a schema that it does not belong to. */
class RemedySubjectsTest {
    private static Explanation aws(String service, String code) {
        AwsErrorDetails details =
                AwsErrorDetails.builder().serviceName(service).errorCode(code).errorMessage("the message").build();
        return Objects.requireNonNull(new AwsFailureExplainer()
                .explain(AwsServiceException.builder().message("the message").awsErrorDetails(details).statusCode(400).build()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "CognitoIdentityProvider | ResourceNotFoundException | user pool | table",
        "CognitoIdentityProvider | LimitExceededException | Cognito | table",
        "CognitoIdentityProvider | ValidationException | user pool | DynamoDB",
        "CognitoIdentityProvider | InvalidParameterException | user pool | table",
        "CognitoIdentityProvider | TooManyRequestsException | ListUsers | table",
        "CognitoIdentityProvider | AccessDeniedException | cognito-idp | table",
        "CognitoIdentityProvider | ConcurrentModificationException | moment | table",
        "CognitoIdentityProvider | ExpiredTokenException | Renew | table",
        "DynamoDb | ResourceNotFoundException | table | pool",
        "DynamoDb | ResourceNotFoundException | Tables | messages table",
        "DynamoDb | TableNotFoundException | Tables | pool",
        "DynamoDb | ResourceInUseException | ACTIVE | pool",
        "DynamoDb | LimitExceededException | table | pool",
        "DynamoDb | ValidationException | value | pool",
        "DynamoDb | ProvisionedThroughputExceededException | capacity | pool",
        "DynamoDb | AccessDeniedException | permission | pool",
        "Sts | AccessDenied | profile | table",
        "Sts | ExpiredTokenException | Renew | table",
        "SSO | ResourceNotFoundException | sso_role_name | table",
        "SSO | UnauthorizedException | Sign in | table",
        "SSO OIDC | InvalidGrantException | Sign in | table",
    })
    void aRemedyOfAwsNamesItsSubject(String service, String code, String subject, String other) {
        Explanation explanation = aws(service, code);
        assertThat(explanation.remedy()).contains(subject);
        assertThat((explanation.sentence() + explanation.remedy()).toLowerCase(Locale.ROOT)).doesNotContain(other.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "42P01 | relation \"absent\" does not exist | spelling | table",
        "42P01 | relation \"public.users\" does not exist | load the schema | users",
        "42703 | column \"x\" does not exist | spelling | schema.sql",
        "3D000 | database \"x\" does not exist | connection URL | create the database",
        "3F000 | schema \"x\" does not exist | search_path | public",
        "28P01 | password authentication failed for user \"x\" | PGPASSWORD | .pgpass",
        "28000 | role \"x\" does not exist | user | pg_hba.conf",
        "42501 | permission denied for table users | role | privilege",
        "55006 | cannot ALTER TABLE \"t\" because it is being used | sessions | Sessions",
        "53300 | too many connections | session | Database",
        "53100 | could not extend file | disk | space",
        "55P03 | could not obtain lock | Sessions | Database",
        "40P01 | deadlock detected | again | again",
        "25006 | cannot execute INSERT in a read-only transaction | replica | primary",
        "57014 | canceling statement due to statement timeout | statement_timeout | user",
        "22P02 | invalid input syntax for type uuid | value | value",
        "23505 | duplicate key value | value | row",
    })
    void aRemedyOfPostgresNamesItsSubject(String state, String message, String subject, String too) {
        Explanation explanation = Objects.requireNonNull(new PostgresFailureExplainer().explain(new SQLException(message, state)));
        assertThat(explanation.remedy()).contains(subject);
        assertThat(explanation.sentence() + " " + explanation.remedy()).containsIgnoringCase(too).doesNotContain("DynamoDB", "user pool");
    }

    @ParameterizedTest
    @CsvSource({"42P01", "55006"})
    void whatIsNotTheApplicationsIsNotTakenForIt(String state) {
        Explanation explanation = Objects.requireNonNull(new PostgresFailureExplainer().explain(new SQLException("x", state)));
        assertThat(explanation.remedy()).doesNotStartWith("Load the schema");
        assertThat(explanation.sentence()).doesNotContain("database is in use");
    }
}
