package dev.switchboard.aws;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.settings.Loopback;
import dev.switchboard.settings.Origin;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

/**
 * Decides the endpoint, the region and the kind of credentials of each AWS service, from the settings alone. What the SDK would read by
 * itself ({@code AWS_ENDPOINT_URL…}, the region of the default profile) has no part in it.
 */
final class AwsTargets {
    /** Signed with where a local engine is asked and no profile is named: there the region is a name without a meaning. */
    static final String LOCAL_REGION = "us-east-1";

    private static final Messages TEXT = Messages.of(AwsTargets.class);
    private final Settings settings;
    private final Supplier<@Nullable URI> dynamoDb;
    private final Supplier<@Nullable URI> cognito;

    /**
     * @param settings with the region of the profile; see {@link AwsProfile#complete}
     * @param dynamoDb the endpoint from the settings or of a local engine; gives null for AWS
     * @param cognito likewise for Cognito
     */
    AwsTargets(Settings settings, Supplier<@Nullable URI> dynamoDb, Supplier<@Nullable URI> cognito) {
        this.settings = settings;
        this.dynamoDb = dynamoDb;
        this.cognito = cognito;
    }

    /**
     * Where requests of a service go. Blocks where a local engine is started.
     *
     * @throws OperationFailedException if they go to AWS and no region is set
     */
    AwsTarget of(AwsService service) {
        @Nullable URI named = named(service);
        if (named == null) {
            String region = region();
            return new AwsTarget(AwsEndpoints.of(service, region), true, false, region);
        }
        boolean aws = AwsEndpoints.isAws(named);
        boolean local = settings.environment().policy().localDefaults()
                && service != AwsService.STS && settings.get(setting(service)) == null;
        return new AwsTarget(named, aws, local, aws ? region() : regionOfEngine());
    }

    /** The endpoint that is not left to AWS; null for that of AWS. Blocks where a local engine is started. */
    @Nullable
    URI named(AwsService service) {
        return switch (service) {
            case DYNAMODB -> dynamoDb.get();
            case DYNAMODB_STREAMS -> streams();
            case COGNITO -> cognito.get();
            case STS -> stsEndpoint();
        };
    }

    /** Where roles are assumed, which the credentials for any service may require: also where no region is set. */
    AwsTarget ofRole() {
        boolean anywhere = settings.get(Setting.AWS_REGION) == null && settings.get(Setting.STS_ENDPOINT) == null;
        return anywhere
                ? new AwsTarget(AwsEndpoints.of(AwsService.STS, LOCAL_REGION), true, false, LOCAL_REGION)
                : of(AwsService.STS);
    }

    /**
     * The credentials that a local engine is asked with, which needs none: those of the process, which its other tools use too, or the
     * access key of the profile, or made-up ones. Nothing else is asked, because an expired login says nothing about the engine.
     *
     * @return null where the credentials of the session are to be used
     */
    @Nullable
    AwsCredentialsProvider engineCredentials(AwsTarget target) {
        if (target.aws() || !Loopback.isLoopback(target.endpoint().getHost()) || (isProfileMeant() && !target.local())) {
            return null;
        }
        AwsProfile profile = AwsProfile.of(settings);
        @Nullable AwsCredentials key = profile.named() ? profile.accessKey() : null;
        return AwsCredentialsProviderChain.of(
                SystemPropertyCredentialsProvider.create(),
                EnvironmentVariableCredentialsProvider.create(),
                StaticCredentialsProvider.create(key == null ? AwsBasicCredentials.create("local", "local") : key));
    }

    /** Whether the profile was named for this run or this environment, and not for everything that a shell starts. */
    private boolean isProfileMeant() {
        return switch (settings.origin(Setting.AWS_PROFILE)) {
            case COMMAND_LINE -> true;
            case SETTINGS_FILE -> settings.environment().policy().accounts();
            case ENVIRONMENT_VARIABLE, AWS_PROFILE, DEFAULT -> false;
        };
    }

    private String region() {
        @Nullable String region = settings.get(Setting.AWS_REGION);
        if (region == null) {
            throw new OperationFailedException(TEXT.get("aws.no-region"), TEXT.get("aws.no-region.remedy"));
        }
        return region;
    }

    private String regionOfEngine() {
        boolean ofDefaultProfile =
                settings.origin(Setting.AWS_REGION) == Origin.AWS_PROFILE && settings.get(Setting.AWS_PROFILE) == null;
        @Nullable String region = ofDefaultProfile ? null : settings.get(Setting.AWS_REGION);
        return region == null ? LOCAL_REGION : region;
    }

    /** An engine answers for the streams at its one endpoint; AWS has another for them. */
    private @Nullable URI streams() {
        @Nullable URI named = dynamoDb.get();
        return named == null || AwsEndpoints.isAws(named) ? null : named;
    }

    private @Nullable URI stsEndpoint() {
        @Nullable String set = settings.get(Setting.STS_ENDPOINT);
        return set == null ? null : EndpointUrlReader.require(set);
    }

    private static Setting setting(AwsService service) {
        return service == AwsService.COGNITO ? Setting.COGNITO_ENDPOINT : Setting.DYNAMODB_ENDPOINT;
    }
}
