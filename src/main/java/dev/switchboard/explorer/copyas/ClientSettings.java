package dev.switchboard.explorer.copyas;

import org.jspecify.annotations.Nullable;

/**
 * What the client of a copied request is configured with.
 *
 * @param region null for the default of the environment it runs in
 * @param profile the AWS profile; null for the default credentials
 * @param localEndpoint the URL of a local engine, which takes any credentials; null for AWS
 */
public record ClientSettings(@Nullable String region, @Nullable String profile, @Nullable String localEndpoint) {
    /** The access key and secret key that are sent to a local engine, which checks neither. */
    static final String LOCAL_KEY = "local";

    /** Returns the settings for AWS. */
    public static ClientSettings aws(@Nullable String region, @Nullable String profile) {
        return new ClientSettings(region, profile, null);
    }

    /** Returns the settings for a local engine. */
    public static ClientSettings local(String region, String endpoint) {
        return new ClientSettings(region, null, endpoint);
    }
}
