package dev.switchboard.environment;

import java.time.Duration;

/**
 * How long AWS is waited for; each call is tried three times.
 *
 * @param connect for a connection
 * @param answer between two bytes of an answer
 */
public record Patience(Duration connect, Duration answer) {
    /** A full page of a scan takes less than a second, so that ten seconds of silence are none of DynamoDB's. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10));
}
