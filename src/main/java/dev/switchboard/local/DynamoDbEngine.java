package dev.switchboard.local;

import java.net.URI;

/**
 * A DynamoDB that answers on this machine.
 *
 * @param engine which one: “dynoxide 1.2.1”, “DynamoDB Local 3.3.1”, or “found” for one that somebody else runs
 * @param endpoint where it answers
 */
public record DynamoDbEngine(String engine, URI endpoint) {
    /** The engine's name where it is not ours: it was there before us and stays when we leave. */
    public static final String FOUND = "found";
}
