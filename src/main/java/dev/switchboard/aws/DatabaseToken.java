package dev.switchboard.aws;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Creates RDS authentication tokens: a presigned connect request without its scheme. Signing needs no network access. See “IAM
 * database authentication” in the RDS user guide.
 */
final class DatabaseToken {
    private static final Duration VALIDITY = Duration.ofMinutes(15);
    private static final String SCHEME = "https://";
    private static final Pattern RDS = Pattern.compile("\\.([a-z]{2}(?:-[a-z]+)+-\\d)\\.rds\\.amazonaws\\.com(?:\\.cn)?\\.?$");

    private DatabaseToken() {}

    /** The region in an RDS host name; null for any other host. */
    static @Nullable String regionOf(String host) {
        Matcher rds = RDS.matcher(host);
        return rds.find() ? rds.group(1) : null;
    }

    static String sign(AwsCredentials credentials, String region, String host, int port, String user, Clock clock) {
        String address = SCHEME + host + ":" + port + "/?Action=connect&DBUser="
                + URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(URI.create(address)).build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, VALIDITY)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
        return Objects.requireNonNull(signed.getUri()).toString().substring(SCHEME.length());
    }
}
