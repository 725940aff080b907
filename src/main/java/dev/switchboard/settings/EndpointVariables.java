package dev.switchboard.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment variables that name the endpoint of a service which this program calls, here or in the AWS SDKs. */
final class EndpointVariables {
    /** Not ignored but overridden where the endpoint of their service is set. */
    private static final Map<String, Setting> SERVICES = Map.of(
            "AWS_ENDPOINT_URL", Setting.DYNAMODB_ENDPOINT,
            "AWS_ENDPOINT_URL_DYNAMODB", Setting.DYNAMODB_ENDPOINT,
            "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", Setting.COGNITO_ENDPOINT,
            "AWS_COGNITO_ENDPOINT_URL", Setting.COGNITO_ENDPOINT,
            "AWS_ENDPOINT_URL_STS", Setting.STS_ENDPOINT);

    private static final List<String> OF_THE_SDKS = List.of(
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_DYNAMODB",
            "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
            "AWS_ENDPOINT_URL_STS",
            "AWS_ENDPOINT_URL_SSO",
            "AWS_ENDPOINT_URL_SSO_OIDC");

    private EndpointVariables() {}

    /**
     * Returns the names of those that have a value, that no setting of this environment reads, and whose service has no endpoint set.
     *
     * @param set the settings that have a value
     */
    static List<String> ignored(Environment environment, Map<String, String> variables, Set<Setting> set) {
        Set<String> read = Arrays.stream(Setting.values())
                .map(setting -> setting.variable(environment))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        Stream<String> own = Stream.of(Setting.DYNAMODB_ENDPOINT, Setting.COGNITO_ENDPOINT, Setting.STS_ENDPOINT)
                .map(setting -> setting.variable(environment.other()))
                .filter(Objects::nonNull);
        return Stream.concat(OF_THE_SDKS.stream(), own)
                .distinct()
                .filter(name -> !SERVICES.containsKey(name) || !set.contains(SERVICES.get(name)))
                .filter(name -> !read.contains(name) && !variables.getOrDefault(name, "").isBlank())
                .collect(Collectors.toUnmodifiableList());
    }
}
