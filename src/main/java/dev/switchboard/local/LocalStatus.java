package dev.switchboard.local;

import org.jspecify.annotations.Nullable;

/**
 * The running engines of one home; null for each that does not run.
 *
 * @param dynamoDb the embedded engine, or one that was found
 * @param postgres the embedded engine
 * @param userPool the user pool of this console or of another console of the same home
 */
public record LocalStatus(@Nullable DynamoDbEngine dynamoDb, @Nullable PostgresEngine postgres, @Nullable UserPoolEngine userPool) {}
