package dev.switchboard.dynamodb.item;

/**
 * Where the next page of a query begins. Opaque to everybody but the query that gave it; can be printed and typed again.
 *
 * @param json the key of the last row that was seen, as DynamoDB JSON
 */
public record PageKey(String json) {}
