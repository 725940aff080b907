package dev.switchboard.local.http;

import java.time.Duration;

/**
 * How long a server waits for a client.
 *
 * @param idle for the next request of a connection
 * @param head for the whole of the headers, from their first byte
 * @param body for the whole of the body
 */
record RequestTimeouts(Duration idle, Duration head, Duration body) {
    static final RequestTimeouts USUAL = new RequestTimeouts(Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofSeconds(60));
}
