package dev.switchboard.testing;

import java.net.URI;

/**
 * A DynamoDB for tests that try each one.
 *
 * @param name without a version
 * @param endpoint where it answers
 */
public record NamedEngine(String name, URI endpoint) {
    @Override
    public String toString() {
        return name;
    }
}
