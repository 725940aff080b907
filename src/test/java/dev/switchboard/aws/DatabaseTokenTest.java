package dev.switchboard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.SignedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** The token of RDS, looked at by a second implementation of its signature. */
class DatabaseTokenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T03:00:00Z"), ZoneOffset.UTC);
    private static final String HOST = "chat.abcdefghijkl.eu-central-1.rds.amazonaws.com";

    private static String token(AwsCredentials credentials, String user) {
        return DatabaseToken.sign(credentials, "eu-central-1", HOST, 5432, user, CLOCK);
    }

    @Test
    void itIsAConnectRequestForFifteenMinutesSignedForThatHostPortAndUser() {
        String token = token(AwsBasicCredentials.create("AKIDEXAMPLE", "key/with+signs"), "operator");
        assertThat(token).startsWith(HOST + ":5432/?").doesNotContain("https://", "key/with+signs", "key%2Fwith");
        SignedQuery query = new SignedQuery(token);
        assertThat(query.parameter("Action")).isEqualTo("connect");
        assertThat(query.parameter("DBUser")).isEqualTo("operator");
        assertThat(query.parameter("X-Amz-Expires")).isEqualTo("900");
        assertThat(query.parameter("X-Amz-Credential")).isEqualTo("AKIDEXAMPLE%2F20261125%2Feu-central-1%2Frds-db%2Faws4_request");
        assertThat(query.isSignedWith("key/with+signs")).isTrue();
        assertThat(query.isSignedWith("another")).isFalse();
        assertThat(new SignedQuery(token.replace("DBUser=operator", "DBUser=admin")).isSignedWith("key/with+signs")).isFalse();
    }

    @Test
    void anyUserAndTheTokenOfASessionGoWithIt() {
        SignedQuery query = new SignedQuery(token(AwsSessionCredentials.create("ASIA", "secret", "tok/en=="), "ops team&x=+"));
        assertThat(query.parameter("DBUser")).isEqualTo("ops%20team%26x%3D%2B");
        assertThat(query.parameter("X-Amz-Security-Token")).isEqualTo("tok%2Fen%3D%3D");
        assertThat(query.isSignedWith("secret")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "chat.abc.eu-central-1.rds.amazonaws.com, eu-central-1",
        "chat.cluster-ro-abc.us-gov-west-1.rds.amazonaws.com, us-gov-west-1",
        "chat.proxy-abc.cn-north-1.rds.amazonaws.com.cn, cn-north-1",
        "db.company.example, -",
        "eu-central-1.rds.amazonaws.com.evil.example, -",
    })
    void theHostSaysItsRegion(String host, String region) {
        assertThat(DatabaseToken.regionOf(host)).isEqualTo(region);
    }
}
