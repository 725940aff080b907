package dev.switchboard.aws;

import java.net.URI;

/**
 * Where the requests of a service go.
 *
 * @param endpoint the URL, also where it is that of AWS
 * @param aws whether it is an endpoint of AWS
 * @param local whether it is an engine that this program starts or finds in dev
 * @param region the region that requests are signed for
 */
public record AwsTarget(URI endpoint, boolean aws, boolean local, String region) {
    /** The host, and the port unless it is the usual one. */
    public String authority() {
        return endpoint.getAuthority();
    }
}
