package dev.switchboard.aws;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** The profile of the AWS configuration that the settings name, or the default profile. */
public final class AwsProfile {
    private static final Messages TEXT = Messages.of(AwsProfile.class);
    private static final List<String> SERVICES = List.of("dynamodb", "cognito_identity_provider", "sts", "sso", "sso_oidc");
    private static final List<String> PROPERTIES = List.of(
            "aws.endpointUrl",
            "aws.endpointUrlDynamoDb",
            "aws.endpointUrlCognitoIdentityProvider",
            "aws.endpointUrlSts",
            "aws.endpointUrlSso",
            "aws.endpointUrlSsoOidc");
    private final String name;
    private final boolean named;

    private AwsProfile(String name, boolean named) {
        this.name = name;
        this.named = named;
    }

    static AwsProfile of(Settings settings) {
        @Nullable String set = settings.get(Setting.AWS_PROFILE);
        return new AwsProfile(set == null ? "default" : set, set != null);
    }

    /** Completes settings without a region with that of the profile. Reads the AWS configuration; one that is unreadable has no region. */
    public static Settings complete(Settings settings) {
        if (settings.get(Setting.AWS_REGION) != null) {
            return settings;
        }
        @Nullable String region = of(settings).property("region");
        return region == null ? settings : settings.withProfileRegion(region);
    }

    /**
     * Names what would redirect requests in a program that leaves the choice of endpoints to the AWS SDK, and does not here:
     * environment variables, system properties, and {@code endpoint_url} of the profile.
     */
    public static List<String> ignoredEndpoints(Settings settings) {
        List<String> ignored = new ArrayList<>(settings.ignoredVariables());
        PROPERTIES.stream().filter(property -> System.getProperty(property) != null).forEach(ignored::add);
        AwsProfile profile = of(settings);
        if (profile.namesEndpoint()) {
            ignored.add(TEXT.get("ignored.profile", profile.name));
        }
        return List.copyOf(ignored);
    }

    String name() {
        return name;
    }

    /** Whether the settings name it. */
    boolean named() {
        return named;
    }

    /** Its section; empty where there is none, and where the configuration cannot be read. */
    Optional<Profile> section() {
        try {
            return ProfileFile.defaultProfileFile().profile(name);
        } catch (RuntimeException e) {
            return Optional.empty(); // who needs it for AWS is told by the SDK
        }
    }

    /** The access key that it contains; null if its credentials come from elsewhere. */
    @Nullable
    AwsCredentials accessKey() {
        return section().map(AwsProfile::accessKey).orElse(null);
    }

    static @Nullable AwsCredentials accessKey(Profile profile) {
        @Nullable String id = profile.property("aws_access_key_id").orElse(null);
        @Nullable String secret = profile.property("aws_secret_access_key").orElse(null);
        @Nullable String token = profile.property("aws_session_token").orElse(null);
        if (id == null || secret == null) {
            return null;
        }
        return token == null ? AwsBasicCredentials.create(id, secret) : AwsSessionCredentials.create(id, secret, token);
    }

    /** @throws OperationFailedException if the settings name a profile that does not exist */
    void require() {
        if (named && section().isEmpty()) {
            throw new OperationFailedException(TEXT.get("profile.missing", Quote.of(name)),
                    TEXT.get("profile.missing.remedy", CredentialRenewal.of(name)));
        }
    }

    private @Nullable String property(String property) {
        return section().flatMap(profile -> profile.property(property)).filter(value -> !value.isBlank()).orElse(null);
    }

    private boolean namesEndpoint() {
        boolean direct = Stream.concat(Stream.of("endpoint_url"), SERVICES.stream().map(service -> service + ".endpoint_url"))
                .anyMatch(property -> property(property) != null);
        return direct || namesEndpointInServices();
    }

    private boolean namesEndpointInServices() {
        @Nullable String services = property("services");
        if (services == null) {
            return false;
        }
        Optional<Profile> section = ProfileFile.defaultProfileFile().getSection("services", services);
        return SERVICES.stream().anyMatch(service -> section.flatMap(found -> found.property(service + ".endpoint_url")).isPresent());
    }
}
