package dev.switchboard.local;

import java.net.URI;

/**
 * The user pool that this console serves.
 *
 * @param endpoint where it answers, as Cognito would
 * @param poolId the pool's id
 */
public record UserPoolEngine(URI endpoint, String poolId) {}
