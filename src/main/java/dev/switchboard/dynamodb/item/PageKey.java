package dev.switchboard.dynamodb.item;

/**
 * The start of the next page of a query. Opaque to callers; can be printed and entered again.
 *
 * @param json the key of the last item that was read, as DynamoDB JSON
 */
public record PageKey(String json) {}
