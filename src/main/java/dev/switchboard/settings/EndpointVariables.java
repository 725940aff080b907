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
    private static final List<String> OF_THE_SDKS = List.of(
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_DYNAMODB",
            "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
            "AWS_ENDPOINT_URL_STS",
            "AWS_ENDPOINT_URL_SSO",
            "AWS_ENDPOINT_URL_SSO_OIDC");

    private EndpointVariables() {}

    /** Returns the names of those that are set and that no setting of this environment reads. */
    static List<String> ignored(Environment environment, Map<String, String> variables) {
        Set<String> read = Arrays.stream(Setting.values())
                .map(setting -> setting.variable(environment))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        Stream<String> own = Stream.of(Setting.DYNAMODB_ENDPOINT, Setting.COGNITO_ENDPOINT, Setting.STS_ENDPOINT)
                .map(setting -> setting.variable(environment.other()))
                .filter(Objects::nonNull);
        return Stream.concat(OF_THE_SDKS.stream(), own)
                .distinct()
                .filter(name -> !read.contains(name) && !variables.getOrDefault(name, "").isBlank())
                .collect(Collectors.toUnmodifiableList());
    }
}
