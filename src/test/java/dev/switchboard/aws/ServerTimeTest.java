package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** The time of a server, as its responses have it. */
class ServerTimeTest {
    private static SdkHttpResponse http(int status, String header, String value) {
        return SdkHttpResponse.builder().statusCode(status).putHeader(header, value).build();
    }

    private static Optional<Instant> answered(String header, String value) {
        SdkResponse response = ListTablesResponse.builder().sdkHttpResponse(http(200, header, value)).build();
        return ServerTime.of(() -> response);
    }

    @Test
    void theHeaderIsReadInAnyLetterCase() {
        assertThat(answered("date", "Thu, 01 Jan 2026 12:00:00 GMT")).contains(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(answered("Date", "Sat, 3 Jan 2026 12:00:00 GMT")).contains(Instant.parse("2026-01-03T12:00:00Z"));
    }

    @Test
    void aMissingOrUnreadableHeaderIsNoTime() {
        assertThat(answered("Server", "Server")).isEmpty();
        assertThat(answered("Date", "yesterday")).isEmpty();
    }

    @Test
    void aRefusalHasATime() {
        AwsErrorDetails details =
                AwsErrorDetails.builder().sdkHttpResponse(http(403, "Date", "Thu, 01 Jan 2026 12:00:00 GMT")).build();
        assertThat(ServerTime.of(() -> {
            throw DynamoDbException.builder().awsErrorDetails(details).build();
        })).contains(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(ServerTime.of(() -> {
            throw DynamoDbException.builder().build();
        })).isEmpty();
    }

    @Test
    void noAnswerIsAFailure() {
        assertThatThrownBy(() -> ServerTime.of(() -> {
            throw SdkClientException.create("refused");
        })).isInstanceOf(SdkClientException.class);
    }
}
