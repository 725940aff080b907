package dev.switchboard.settings;

import java.time.Duration;

/**
 * How long the console waits for a server.
 *
 * @param connect until a connection is established
 * @param silence without receiving data from AWS
 * @param attempt one attempt of an AWS request; a batch of 8 MB is slow on a slow connection
 * @param call all attempts of an AWS request together
 * @param statement without receiving data for one of the console's own SQL statements; an operator's statements have no timeout
 */
public record Timeouts(Duration connect, Duration silence, Duration attempt, Duration call, Duration statement) {
    /**
     * AWS responds to these requests within a second or two, so ten seconds of silence mean a broken connection. A sync of 100,000
     * users, or one that waits for a lock, can take PostgreSQL a minute.
     */
    public static final Timeouts USUAL = new Timeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(90));
}
