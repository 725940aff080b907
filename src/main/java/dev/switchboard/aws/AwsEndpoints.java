package dev.switchboard.aws;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;

/** Tells the endpoints of AWS from others, and finds those of a region. */
public final class AwsEndpoints {
    private static final Messages TEXT = Messages.of(AwsEndpoints.class);
    /** Of a service in a region, also with FIPS, of an account, or of a VPC; a server that somebody runs in AWS has another name. */
    private static final Pattern HOST = Pattern.compile(
            "(?i)(([a-z0-9-]+\\.)?(dynamodb|streams-dynamodb|ddb|cognito-idp|sts)(-fips)?\\.([a-z0-9-]+\\.)(vpce\\.)?|sts\\.)"
                    + "(amazonaws\\.(com(\\.cn)?|eu)|api\\.(aws|amazonwebservices\\.com\\.cn)|(c2s|csp\\.hci)\\.ic\\.gov|sc2s\\.sgov\\.gov"
                    + "|cloud\\.adc-e\\.uk)\\.?");

    private AwsEndpoints() {}

    /** Whether the host of a URL is that of an AWS service, judged by its name. */
    public static boolean isAws(URI endpoint) {
        return endpoint.getHost() != null && HOST.matcher(endpoint.getHost()).matches();
    }

    /**
     * Describes where a change was made: its {@linkplain ChangeTarget#summary() summary}, marked if its environment is one of AWS and the endpoint
     * is not.
     *
     * @param environment the code of the environment, as in the journal
     */
    public static String describe(ChangeTarget target, String environment) {
        @Nullable String endpoint = target.endpoint();
        // A damaged line of the journal can have any code.
        boolean ofAws = Stream.of(Environment.values()).anyMatch(one -> one.code().equals(environment) && one.policy().accounts());
        if (endpoint == null || !ofAws) {
            return target.summary();
        }
        @Nullable URI url = EndpointUrlReader.read(endpoint);
        return url != null && isAws(url) ? target.summary() : TEXT.get("endpoint.not-aws", target.summary());
    }

    /**
     * Returns the endpoint of AWS itself.
     *
     * @throws InvalidInputException if the region leads to an endpoint that is not of AWS, such as the region {@code local}
     */
    static URI of(AwsService service, String region) {
        URI found;
        try {
            found = service.resolve(
                    Region.of(region), isOn(SdkSystemSetting.AWS_USE_FIPS_ENDPOINT), isOn(SdkSystemSetting.AWS_USE_DUALSTACK_ENDPOINT))
                    .endpointUrl()
                    .toUri();
        } catch (CompletionException | SdkException | IllegalArgumentException | NullPointerException e) {
            throw unusable(region, e);
        }
        if (!isAws(found)) {
            throw unusable(region, null);
        }
        return found;
    }

    private static InvalidInputException unusable(String region, @Nullable Throwable cause) {
        return new InvalidInputException("region_unusable", TEXT.get("region.unusable", Quote.of(region)),
                TEXT.get("region.unusable.remedy"),
                cause);
    }

    private static boolean isOn(SdkSystemSetting setting) {
        return setting.getBooleanValue().orElse(false);
    }
}
