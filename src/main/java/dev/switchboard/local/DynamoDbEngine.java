package dev.switchboard.local;

import java.net.URI;

/**
 * A running local DynamoDB.
 *
 * @param engine the name and version, such as “dynoxide 1.2.1” or “DynamoDB Local 3.3.1”, or “found” for one that another program
 *     runs
 * @param endpoint the endpoint URL
 */
public record DynamoDbEngine(String engine, URI endpoint) {
    /** The name of an engine that another program runs; the console does not stop it. */
    public static final String FOUND = "found";
}
