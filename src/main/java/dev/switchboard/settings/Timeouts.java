package dev.switchboard.settings;

import java.time.Duration;

/**
 * How long this program waits for a server before it says that none answers.
 *
 * @param connect until a connection stands
 * @param silence without one byte of an answer from AWS
 * @param attempt one attempt of a call of AWS; a batch of 8 MB takes its time on a slow line
 * @param call all attempts of one call of AWS together
 * @param statement without one byte of an answer to a statement of this program's own; those of an operator may take as long as they like
 */
public record Timeouts(Duration connect, Duration silence, Duration attempt, Duration call, Duration statement) {
    /**
     * AWS answers each of these calls within a second or two, so ten seconds of silence are a dead line, and a minute is as long as anybody
     * looks at one. A sync of 100,000 users, or one that waits for a lock, can take PostgreSQL a minute.
     */
    public static final Timeouts USUAL = new Timeouts(
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(90));
}
