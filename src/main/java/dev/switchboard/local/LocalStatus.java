package dev.switchboard.local;

import org.jspecify.annotations.Nullable;

/**
 * What runs of one home; null for what does not.
 *
 * @param dynamoDb the embedded engine, or one that was found
 * @param postgres the embedded engine
 * @param userPool the pool of this console, or of another one of the same home
 */
public record LocalStatus(@Nullable DynamoDbEngine dynamoDb, @Nullable PostgresEngine postgres, @Nullable UserPoolEngine userPool) {}
