package dev.switchboard.local;

import java.net.URI;

/**
 * The local user pool that this console serves.
 *
 * @param endpoint the endpoint URL
 * @param poolId the user pool ID
 */
public record UserPoolEngine(URI endpoint, String poolId) {}
