package dev.switchboard.dynamodb.item;

/** Which sort keys of a partition a query wants; text is compared as DynamoDB does, by its UTF-8 bytes. */
public sealed interface SortKey {
    /** Every one. */
    record All() implements SortKey {}

    /** Those that begin with a text, which must not be empty. */
    record BeginsWith(String prefix) implements SortKey {}

    /** Those from low to high, both included. */
    record Between(String low, String high) implements SortKey {}
}
