package dev.switchboard.dynamodb.item;

/** Which sort keys of a partition a query wants; text is compared as DynamoDB does, by its UTF-8 bytes. */
public sealed interface SortKeyCondition {
    /** Every one. */
    record All() implements SortKeyCondition {}

    /** Those that begin with a text, which must not be empty. */
    record BeginsWith(String prefix) implements SortKeyCondition {}

    /** Those from low to high, both included. */
    record Between(String low, String high) implements SortKeyCondition {}
}
